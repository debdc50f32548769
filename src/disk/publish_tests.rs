//! Does every file come out whole, whatever fails and whenever the program is killed?

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};

use proptest::prelude::*;

use super::*;

type Set = BTreeMap<String, Vec<u8>>;

/// What a failing folder does from a step on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// This one step fails.
    Once,
    /// This step and all after it fail: a disk that is gone, or a killed program.
    FromThenOn,
    /// As `FromThenOn`, but the step itself is done before it fails.
    DoneAndGone,
}

/// The real folder, which fails at a step. A write is three steps: open, write, save.
struct Failing<'a> {
    real: &'a OpenFolder,
    steps: Cell<usize>,
    fails_at: usize,
    fault: Fault,
}

impl Failing<'_> {
    fn step(&self, act: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        let step = self.steps.get();
        self.steps.set(step + 1);
        let fails = step == self.fails_at || (step > self.fails_at && self.fault != Fault::Once);
        if !fails || (step == self.fails_at && self.fault == Fault::DoneAndGone) {
            act()?;
        }
        if fails { Err(io::Error::other("the disk failed")) } else { Ok(()) }
    }
}

impl Folder for Failing<'_> {
    fn names(&self) -> io::Result<Vec<String>> {
        self.real.names()
    }
    fn kind(&self, name: &str) -> io::Result<Option<Kind>> {
        self.real.kind(name)
    }
    fn bytes(&self, name: &str, limit: u64) -> Option<Vec<u8>> {
        self.real.bytes(name, limit)
    }
    fn holds(&self, name: &str, bytes: &[u8]) -> bool {
        self.real.holds(name, bytes)
    }
    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), (Step, io::Error)> {
        let half = bytes.get(..bytes.len() / 2).unwrap_or_default();
        let put = |bytes: &[u8]| {
            let _ = self.real.remove(name);
            self.real.write(name, bytes).map_err(|(_, error)| error)
        };
        self.step(|| put(b"")).map_err(|error| (Step::Write, error))?;
        self.step(|| put(half)).map_err(|error| (Step::Write, error))?;
        self.step(|| put(bytes)).map_err(|error| (Step::Sync, error))
    }
    fn link(&self, old: &str, new: &str) -> io::Result<()> {
        self.step(|| self.real.link(old, new))
    }
    fn rename(&self, old: &str, new: &str) -> io::Result<()> {
        self.step(|| self.real.rename(old, new))
    }
    fn remove(&self, name: &str) -> io::Result<()> {
        self.step(|| self.real.remove(name))
    }
    fn sync(&self) -> io::Result<()> {
        self.step(|| self.real.sync())
    }
}

fn all_in(folder: &Path) -> Set {
    let read =
        |entry: fs::DirEntry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap());
    fs::read_dir(folder).unwrap().map(|entry| read(entry.unwrap())).collect()
}

fn visible(mut set: Set) -> Set {
    set.retain(|name, _| !name.starts_with('.'));
    set
}

fn as_files(set: &Set) -> Vec<(&str, &[u8])> {
    set.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect()
}

/// The manifests of these tests list files as `sha256sum` does.
fn listed(manifest: &[u8]) -> Vec<(String, String)> {
    let text = String::from_utf8_lossy(manifest);
    let pairs = text.lines().filter_map(|line| line.split_once("  "));
    pairs.map(|(sha256, name)| (name.to_owned(), sha256.to_owned())).collect()
}

/// What should stand there after the new edition: what was not of the old one stays.
fn after(old: &Set, new: &Set) -> Set {
    let of_old = listed(old.get("manifest.json").map_or(&[][..], Vec::as_slice));
    let stays = |(name, bytes): &(&String, &Vec<u8>)| {
        !of_old.contains(&((*name).clone(), crate::disk::sha256_hex(bytes)))
    };
    let left = old.iter().filter(stays);
    left.chain(new).map(|(name, bytes)| (name.clone(), bytes.clone())).collect()
}

/// With a manifest that lists all of them.
fn with_manifest(mut set: Set) -> Set {
    let line = |(name, bytes): (&String, &Vec<u8>)| format!("{}  {name}\n", crate::disk::sha256_hex(bytes));
    let manifest: String = set.iter().map(line).collect();
    set.insert("manifest.json".to_owned(), manifest.into_bytes());
    set
}

/// Publishes `new` over `old` with a fault at `step`; says how many steps there were.
fn try_with_fault(old: &Set, new: &Set, (step, fault): (usize, Fault)) -> usize {
    let desk = tempfile::tempdir().unwrap();
    for (name, bytes) in old {
        fs::write(desk.path().join(name), bytes).unwrap();
    }
    let wanted = after(old, new);
    let real = OpenFolder::open(desk.path()).unwrap().unwrap();
    let failing = Failing { real: &real, steps: Cell::new(0), fails_at: step, fault };
    let result = edition(&failing, &as_files(new), "manifest.json", &listed);
    let (left, seen) = (all_in(desk.path()), visible(all_in(desk.path())));
    for (name, bytes) in &seen {
        assert!(
            old.get(name) == Some(bytes) || new.get(name) == Some(bytes),
            "{name} is torn at step {step}"
        );
    }
    let lost = |name: &&String| wanted.contains_key(*name) && !seen.contains_key(*name);
    assert_eq!(old.keys().find(lost), None, "an earlier file is lost at step {step}");
    match result.as_ref().map_err(|setback| setback.edition) {
        Ok(_) | Err(Edition::New) => assert_eq!(seen, wanted, "step {step}"),
        Err(Edition::Old) => assert_eq!(seen, *old, "step {step}"),
        Err(Edition::Mixed) => assert_ne!(fault, Fault::Once, "one fault leaves no mixture: step {step}"),
    }
    if fault == Fault::Once && result.is_err() {
        assert_eq!(left, seen, "temporaries stay at step {step}");
    }
    publish_in_place(desk.path(), &as_files(new), "manifest.json", &listed).unwrap();
    assert_eq!(all_in(desk.path()), wanted, "the next build after step {step}");
    failing.steps.get()
}

fn set(files: &[(&str, &str)]) -> Set {
    files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
}

fn edition_of(words: &str) -> Set {
    set(&[("briefing.html", words), ("briefing.md", words), ("manifest.json", words), ("same.csv", "a,b")])
}

#[test]
fn whichever_step_fails_each_file_is_old_or_new() {
    for fault in [Fault::Once, Fault::FromThenOn, Fault::DoneAndGone] {
        for old in
            [set(&[]), edition_of("the old words"), set(&[("briefing.md", "alone"), ("mine.txt", "x")])]
        {
            let new = edition_of("the new and longer words");
            let steps = try_with_fault(&old, &new, (usize::MAX, fault));
            assert!(steps > 15, "a fault must have something to hit: {steps}");
            for step in 0..steps {
                try_with_fault(&old, &new, (step, fault));
            }
        }
    }
}

#[test]
fn whichever_step_fails_what_the_new_edition_lacks_goes_only_with_the_old_manifest() {
    let mut old =
        with_manifest(set(&[("a.md", "old"), ("b.pdf", "old"), ("c.csv", "old"), ("d.md", "same")]));
    old.insert("c.csv".to_owned(), b"changed by hand".to_vec());
    old.insert("mine.txt".to_owned(), b"mine".to_vec());
    let new = with_manifest(set(&[("a.md", "new"), ("d.md", "same"), ("e.html", "new")]));
    for fault in [Fault::Once, Fault::FromThenOn, Fault::DoneAndGone] {
        let steps = try_with_fault(&old, &new, (usize::MAX, fault));
        for step in 0..steps {
            try_with_fault(&old, &new, (step, fault));
        }
    }
}

#[test]
fn a_file_of_the_earlier_edition_goes_if_it_is_still_the_one() {
    let desk = tempfile::tempdir().unwrap();
    let old = with_manifest(set(&[("a.md", "1"), ("b.pdf", "2"), ("c.csv", "3"), ("d.html", "4")]));
    publish(desk.path(), &as_files(&old), "manifest.json").unwrap();
    fs::write(desk.path().join("c.csv"), "by hand").unwrap();
    fs::remove_file(desk.path().join("d.html")).unwrap();
    symlink("a.md", desk.path().join("d.html")).unwrap();
    let new = with_manifest(set(&[("a.md", "1")]));
    let done = publish_in_place(desk.path(), &as_files(&new), "manifest.json", &listed).unwrap();
    assert_eq!((done.written, done.unchanged), (vec!["manifest.json".to_owned()], vec!["a.md".to_owned()]));
    assert_eq!((done.removed, done.changed_since), (vec!["b.pdf".to_owned()], vec!["c.csv".to_owned()]));
    let names: Vec<String> = all_in(desk.path()).into_keys().collect();
    assert_eq!(names, ["a.md", "c.csv", "d.html", "manifest.json"]);
}

#[test]
fn a_manifest_leads_to_no_file_outside_the_folder() {
    let desk = tempfile::tempdir().unwrap();
    fs::create_dir(desk.path().join("out")).unwrap();
    for name in ["secret", "out/.hidden"] {
        fs::write(desk.path().join(name), "x").unwrap();
    }
    let sha256 = crate::disk::sha256_hex(b"x");
    let forged = ["../secret", ".hidden", "manifest.json", "", "/etc/passwd"];
    let forged: String = forged.iter().map(|name| format!("{sha256}  {name}\n")).collect();
    fs::write(desk.path().join("out/manifest.json"), forged).unwrap();
    let out = desk.path().join("out");
    let done = publish_in_place(&out, &[("manifest.json", b"new")], "manifest.json", &listed).unwrap();
    assert_eq!(done.removed, Vec::<String>::new());
    assert!(desk.path().join("secret").exists() && out.join(".hidden").exists());
}

fn any_set() -> impl Strategy<Value = Set> {
    let bytes = proptest::collection::vec(0_u8..4, 0..5);
    proptest::collection::btree_map("[a-c]{1,2}\\.md|manifest\\.json", bytes, 0..6)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn old_or_new_holds_for_any_set_and_any_step(
        old in any_set(),
        new in any_set(),
        step in 0usize..40,
        fault in prop_oneof![Just(Fault::Once), Just(Fault::FromThenOn), Just(Fault::DoneAndGone)],
    ) {
        try_with_fault(&old, &new, (step, fault));
        try_with_fault(&with_manifest(old), &with_manifest(new), (step, fault));
    }
}

#[test]
fn the_manifest_takes_its_name_last() {
    let new = set(&[("a.md", "1"), ("manifest.json", "2"), ("z.md", "3")]);
    let desk = tempfile::tempdir().unwrap();
    let published = publish(desk.path(), &as_files(&new), "manifest.json").unwrap();
    assert_eq!(published.written, ["a.md", "z.md", "manifest.json"]);
}

#[test]
fn equal_bytes_are_not_written_again() {
    let desk = tempfile::tempdir().unwrap();
    let out = desk.path().join("deep/out");
    publish(&out, &as_files(&edition_of("one")), "manifest.json").unwrap();
    let number = |name| fs::metadata(out.join(name)).unwrap().ino();
    let before = (number("same.csv"), number("briefing.md"));
    let published = publish(&out, &as_files(&edition_of("two")), "manifest.json").unwrap();
    assert_eq!(published.unchanged, ["same.csv"]);
    assert_eq!(before.0, number("same.csv"));
    assert_ne!(before.1, number("briefing.md"));
}

#[test]
fn what_a_killed_build_left_is_removed_and_other_files_stay() {
    let desk = tempfile::tempdir().unwrap();
    for name in [".factum-1-briefing.md.new", ".factum-77-manifest.json.old", ".factum-notes", "mine.txt"] {
        fs::write(desk.path().join(name), "x").unwrap();
    }
    publish(desk.path(), &[("briefing.md", b"new")], "manifest.json").unwrap();
    let names: Vec<String> = all_in(desk.path()).into_keys().collect();
    assert_eq!(names, [".factum-notes", "briefing.md", "mine.txt"]);
}

#[test]
fn a_link_under_an_outputs_name_is_replaced_and_not_followed() {
    let desk = tempfile::tempdir().unwrap();
    fs::write(desk.path().join("elsewhere"), "mine").unwrap();
    fs::create_dir(desk.path().join("out")).unwrap();
    symlink("../elsewhere", desk.path().join("out/briefing.md")).unwrap();
    publish(&desk.path().join("out"), &[("briefing.md", b"mine")], "manifest.json").unwrap();
    assert_eq!(fs::read(desk.path().join("elsewhere")).unwrap(), b"mine");
    assert!(fs::symlink_metadata(desk.path().join("out/briefing.md")).unwrap().is_file());
}

#[test]
fn an_output_folder_that_is_a_link_or_a_file_is_refused() {
    let desk = tempfile::tempdir().unwrap();
    fs::create_dir(desk.path().join("real")).unwrap();
    fs::write(desk.path().join("file"), "x").unwrap();
    symlink("real", desk.path().join("link")).unwrap();
    for (name, kind) in
        [("link", Kind::Link), ("link/", Kind::Link), ("link/.", Kind::Link), ("file", Kind::File)]
    {
        let error = publish(&desk.path().join(name), &[("a.md", b"x")], "a.md").unwrap_err();
        assert_eq!(error.trouble, PublishTrouble::Taken(kind), "{name}");
    }
    assert_eq!(fs::read_dir(desk.path().join("real")).unwrap().count(), 0);
}

#[test]
fn names_that_are_no_output_names_are_refused() {
    let desk = tempfile::tempdir().unwrap();
    for name in ["", "../a.md", "a/b.md", ".hidden", "a\nb", "/etc/passwd"] {
        let error = publish(desk.path(), &[("good.md", b"x"), (name, b"x")], "manifest.json").unwrap_err();
        assert_eq!(error.trouble, PublishTrouble::Name, "{name:?}");
    }
    let twice = publish(desk.path(), &[("a.md", b"x"), ("a.md", b"y")], "manifest.json").unwrap_err();
    assert_eq!(twice.trouble, PublishTrouble::Name);
    fs::create_dir(desk.path().join("b.md")).unwrap();
    let taken = publish(desk.path(), &[("a.md", b"x"), ("b.md", b"y")], "manifest.json").unwrap_err();
    assert_eq!(taken.trouble, PublishTrouble::Taken(Kind::Folder));
    assert!(!desk.path().join("a.md").exists());
}

#[test]
fn a_second_build_says_that_the_first_is_writing() {
    let desk = tempfile::tempdir().unwrap();
    let mut first = OpenFolder::open(desk.path()).unwrap().unwrap();
    first.lock(Duration::ZERO).unwrap();
    let mut second = OpenFolder::open(desk.path()).unwrap().unwrap();
    assert_eq!(second.lock(Duration::from_millis(120)), Err(PublishTrouble::Busy));
    drop(first);
    assert_eq!(second.lock(Duration::ZERO), Ok(()));
}

#[test]
fn builds_at_the_same_time_wait_for_each_other() {
    let desk = tempfile::tempdir().unwrap();
    let editions: Vec<Set> = (0..8).map(|number| edition_of(&format!("edition {number}"))).collect();
    std::thread::scope(|scope| {
        for edition in &editions {
            scope.spawn(|| publish(desk.path(), &as_files(edition), "manifest.json").unwrap());
        }
    });
    assert!(editions.contains(&all_in(desk.path())));
}

#[test]
fn messages_say_what_stands_there_now() {
    let setback = Setback::old("a.md", refused(Step::Write, &io::Error::from_raw_os_error(28)));
    assert_eq!(
        setback.at(Path::new("out")).to_string(),
        "`out/a.md`: cannot write: no space left on device; nothing was changed: check free space and \
         permissions, then build again"
    );
}
