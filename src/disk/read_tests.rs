//! Does reading give the bytes of regular files below the project, and nothing else?

use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::time::{Duration, Instant};

use super::*;

struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        fs::create_dir_all(desk.0.path().join("seeds/old")).unwrap();
        fs::write(desk.0.path().join("seeds/a.txt"), "Troops fled.").unwrap();
        desk
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        fs::write(self.0.path().join(name), bytes).unwrap();
    }

    fn read(&self, path: &str) -> Result<TextFile, ReadTrouble> {
        let path = ProjectPath::parse(path).unwrap();
        Project::open(self.0.path()).unwrap().read_text(&path, 1000).map_err(|error| error.trouble)
    }
}

#[test]
fn a_regular_file_is_read_whole() {
    let desk = Desk::new();
    let file = desk.read("seeds/a.txt").unwrap();
    assert_eq!((file.text(), file.mark(), file.size()), ("Troops fled.", 0, 12));
    assert_eq!(file.sha256(), sha256_hex(b"Troops fled."));
    assert_eq!(file.path().as_str(), "seeds/a.txt");
}

#[test]
fn a_byte_order_mark_is_stripped_and_known() {
    let desk = Desk::new();
    desk.put("seeds/mark.txt", b"\xef\xbb\xbfTroops\r\nfled.");
    let file = desk.read("seeds/mark.txt").unwrap();
    assert_eq!((file.text(), file.mark(), file.size()), ("Troops\r\nfled.", 3, 16));
    assert_eq!(file.sha256(), sha256_hex(b"\xef\xbb\xbfTroops\r\nfled."));
    assert_eq!(file.into_text(), "Troops\r\nfled.");
}

#[test]
fn what_is_not_utf8_is_named_by_its_byte() {
    let desk = Desk::new();
    desk.put("seeds/latin.txt", b"one\ncaf\xe9 two");
    let trouble = desk.read("seeds/latin.txt").unwrap_err();
    assert_eq!(trouble, ReadTrouble::NotUtf8 { offset: 7, line: 2, utf16: false });
    desk.put("seeds/wide.txt", b"\xff\xfeT\0r\0");
    let trouble = desk.read("seeds/wide.txt").unwrap_err();
    assert_eq!(trouble, ReadTrouble::NotUtf8 { offset: 0, line: 1, utf16: true });
}

#[test]
fn no_link_is_followed_at_any_step() {
    let desk = Desk::new();
    let root = desk.0.path();
    symlink("a.txt", root.join("seeds/last.txt")).unwrap();
    symlink("seeds", root.join("step")).unwrap();
    symlink("/nowhere", root.join("seeds/dangling.txt")).unwrap();
    assert_eq!(desk.read("seeds/last.txt"), Err(ReadTrouble::NotAFile(Kind::Link)));
    assert_eq!(desk.read("seeds/dangling.txt"), Err(ReadTrouble::NotAFile(Kind::Link)));
    let at_step = ReadTrouble::NotAFolder { at: "step".to_owned(), kind: Kind::Link };
    assert_eq!(desk.read("step/a.txt"), Err(at_step));
}

#[test]
fn pipes_sockets_devices_and_folders_are_errors_at_once() {
    let desk = Desk::new();
    let root = desk.0.path();
    rustix::fs::mknodat(CWD, root.join("seeds/pipe.txt"), FileType::Fifo, Mode::RUSR, 0).unwrap();
    let _socket = UnixListener::bind(root.join("seeds/socket.txt")).unwrap();
    let start = Instant::now();
    assert_eq!(desk.read("seeds/pipe.txt"), Err(ReadTrouble::NotAFile(Kind::Pipe)));
    assert_eq!(desk.read("seeds/socket.txt"), Err(ReadTrouble::NotAFile(Kind::Socket)));
    assert_eq!(desk.read("seeds/old"), Err(ReadTrouble::NotAFile(Kind::Folder)));
    let device = read_named(Path::new("/dev/zero"), 10).unwrap_err();
    assert_eq!(device.trouble, ReadTrouble::NotAFile(Kind::Device));
    assert!(start.elapsed() < Duration::from_secs(2));
}

#[test]
fn a_file_on_the_way_is_no_folder() {
    let at_file = ReadTrouble::NotAFolder { at: "seeds/a.txt".to_owned(), kind: Kind::File };
    assert_eq!(Desk::new().read("seeds/a.txt/b.txt"), Err(at_file));
    assert_eq!(Desk::new().read("seeds/none/b.txt"), Err(ReadTrouble::Missing));
    assert_eq!(Desk::new().read("seeds/none.txt"), Err(ReadTrouble::Missing));
}

#[test]
fn the_limit_is_the_last_size_that_is_read() {
    let desk = Desk::new();
    desk.put("seeds/full.txt", &[b'a'; 1000]);
    desk.put("seeds/over.txt", &[b'a'; 1001]);
    assert_eq!(desk.read("seeds/full.txt").unwrap().size(), 1000);
    assert_eq!(desk.read("seeds/over.txt"), Err(ReadTrouble::TooLarge { limit: 1000 }));
}

#[test]
fn a_huge_hollow_file_costs_nothing() {
    let desk = Desk::new();
    let hollow = File::create(desk.0.path().join("seeds/hollow.txt")).unwrap();
    hollow.set_len(1 << 40).unwrap();
    assert_eq!(desk.read("seeds/hollow.txt"), Err(ReadTrouble::TooLarge { limit: 1000 }));
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_gives_its_size_as_nothing_is_still_bounded() {
    let endless = read_named(Path::new("/proc/self/maps"), 20).unwrap_err();
    assert_eq!(endless.trouble, ReadTrouble::TooLarge { limit: 20 });
}

#[test]
fn messages_say_what_happened_and_what_to_do() {
    let desk = Desk::new();
    symlink("a.txt", desk.0.path().join("seeds/last.txt")).unwrap();
    let project = Project::open(desk.0.path()).unwrap();
    let message = |path| project.read_text(&ProjectPath::parse(path).unwrap(), 4).unwrap_err().to_string();
    assert_eq!(
        message("seeds/last.txt"),
        "`seeds/last.txt`: this is a link, not a regular file; links are not followed: put a copy in its place"
    );
    assert_eq!(
        message("seeds/a.txt"),
        "`seeds/a.txt`: the file is larger than 4 bytes; split the file, or leave out what is not text"
    );
    let missing = Project::open(Path::new("/nowhere/at\u{202e}all")).unwrap_err().to_string();
    assert!(missing.starts_with("`/nowhere/at\\u{202e}all`: no such file"), "{missing}");
}

#[test]
fn a_project_is_a_folder() {
    let desk = Desk::new();
    let error = Project::open(&desk.0.path().join("seeds/a.txt")).unwrap_err();
    assert_eq!(error.what(), "this is a file, not a folder");
}
