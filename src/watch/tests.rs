//! Is a change seen, and nothing else taken for one?

#![allow(clippy::disallowed_methods, reason = "the tests change files")]

use std::fs;

use super::*;

const LONG: Duration = Duration::from_secs(20);
const SHORT: Duration = Duration::from_millis(150);

fn start(folder: &Path, depth: Depth) -> Watch {
    let watch = Watch::start(&Folders::from([(folder.to_owned(), depth)]));
    assert_eq!(watch.blindness(), None);
    watch
}

#[test]
fn a_file_written_made_moved_or_removed_is_a_change() {
    let desk = tempfile::tempdir().unwrap();
    let (one, two) = (desk.path().join("one"), desk.path().join("two"));
    let acts: [&dyn Fn() -> std::io::Result<()>; 4] =
        [&|| fs::write(&one, "x"), &|| fs::write(&one, "y"), &|| fs::rename(&one, &two), &|| {
            fs::remove_file(&two)
        }];
    for act in acts {
        let watch = start(desk.path(), Depth::Itself);
        act().unwrap();
        assert!(watch.wait(LONG));
    }
}

#[test]
fn reading_is_no_change() {
    let desk = tempfile::tempdir().unwrap();
    fs::write(desk.path().join("one"), "x").unwrap();
    let watch = start(desk.path(), Depth::Below);
    fs::read(desk.path().join("one")).unwrap();
    let _ = fs::read_dir(desk.path()).unwrap().count();
    assert!(!watch.wait(SHORT));
}

#[test]
fn folders_below_are_watched_only_where_that_is_asked_for() {
    let desk = tempfile::tempdir().unwrap();
    fs::create_dir(desk.path().join("inner")).unwrap();
    let (shallow, deep) = (start(desk.path(), Depth::Itself), start(desk.path(), Depth::Below));
    fs::write(desk.path().join("inner/one"), "x").unwrap();
    assert!(deep.wait(LONG));
    assert!(!shallow.wait(Duration::ZERO));
}

#[test]
fn a_folder_that_is_not_there_is_passed_over() {
    let desk = tempfile::tempdir().unwrap();
    let folders = [desk.path().to_owned(), desk.path().join("none")];
    let watch = Watch::start(&folders.into_iter().map(|folder| (folder, Depth::Below)).collect());
    assert_eq!(watch.blindness(), None);
    fs::write(desk.path().join("one"), "x").unwrap();
    assert!(watch.wait(LONG));
}

#[test]
fn whoever_is_not_told_has_to_look() {
    let watch = Watch::blind();
    assert!(watch.wait(LONG));
    assert!(!watch.wait(SHORT));
}
