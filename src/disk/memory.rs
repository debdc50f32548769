//! How much memory does this process hold, by what the system tells in a file?

/// The bytes that are held now; none where the system does not tell.
#[must_use]
pub fn memory_held() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let thousands: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(thousands.saturating_mul(1024))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::memory_held;

    #[test]
    fn what_is_taken_is_counted() {
        let before = memory_held().unwrap();
        let taken = vec![1_u8; 64 << 20];
        let now = memory_held().unwrap();
        assert!(now >= before + (32 << 20), "{before} {now} {}", taken.len());
    }
}
