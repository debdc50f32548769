//! Is Typst looked for in the agreed order, and is what is passed over named?

use super::super::fake::{Fake, write_script};
use super::*;

const LATE: Duration = Duration::from_secs(20);

fn nowhere() -> Surroundings {
    Surroundings {
        home: Some("/nowhere".into()),
        path: Some("/nowhere/bin".into()),
        ..Surroundings::default()
    }
}

fn refusal_of(version: &str) -> Refusal {
    refusal_within(LATE, version)
}

fn refusal_within(time: Duration, version: &str) -> Refusal {
    let fake = Fake::with_version(version, "");
    let mut error = find_within(time, Some(&fake.path), &nowhere()).unwrap_err();
    error.tried.remove(0).refusal
}

#[test]
fn each_reason_not_to_take_a_program_is_told() {
    assert_eq!(refusal_of("echo typst 0.14.2; exit 0"), Refusal::Version(Version(0, 14, 2)));
    assert_eq!(refusal_of("echo cat 9.1; exit 0"), Refusal::NotTypst("cat 9.1".to_owned()));
    assert_eq!(refusal_of("exit 0"), Refusal::NotTypst(String::new()));
    assert_eq!(refusal_of("exit 3"), Refusal::Failed(3));
    assert_eq!(refusal_of("kill -SEGV $$; sleep 5"), Refusal::Crashed(11));
    let soon = Duration::from_millis(300);
    assert_eq!(refusal_within(soon, "sleep 300"), Refusal::Silent(soon));
    assert_eq!(refusal_of("yes"), Refusal::NotTypst("y".to_owned()));
    let missing = find(Some(Path::new("/nowhere/typst")), &nowhere()).unwrap_err();
    assert_eq!(missing.tried[0].refusal, Refusal::Missing);
    let folder = find(Some(Path::new("/")), &nowhere()).unwrap_err();
    assert!(matches!(folder.tried[0].refusal, Refusal::NotStarted(_)), "{folder}");
}

#[test]
fn what_the_user_names_must_do() {
    let (good, old) = (Fake::typst(""), Fake::with_version("echo typst 0.13.0; exit 0", ""));
    let path = Some(good.folder.path().as_os_str().to_owned());
    let surroundings = Surroundings { path, factum_typst: Some(old.path.clone().into()), ..nowhere() };
    let error = find(None, &surroundings).unwrap_err();
    assert_eq!(error.named().unwrap().origin, Origin::Variable);
    let found = find(Some(&good.path), &surroundings).unwrap();
    assert_eq!((found.origin, found.version), (Origin::Option, Version(0, 15, 1)));
    assert!(find(Some(&old.path), &surroundings).is_err());
    let unset = Surroundings { factum_typst: Some("".into()), ..surroundings };
    assert_eq!(find(None, &unset).unwrap().origin, Origin::Path);
}

#[test]
fn the_order_is_beside_us_then_the_cache_then_the_path() {
    let (beside, home, path) = (Fake::typst(""), tempfile::tempdir().unwrap(), Fake::typst(""));
    let cached = in_cache(&home.path().join("factum"));
    write_script(&cached, "echo typst 0.15.0");
    let mut surroundings = Surroundings {
        executable: Some(beside.folder.path().join("factum")),
        cache_home: Some(home.path().to_owned()),
        path: Some(path.folder.path().into()),
        ..nowhere()
    };
    assert_eq!(find(None, &surroundings).unwrap().origin, Origin::Beside);
    surroundings.executable = Some("/nowhere/factum".into());
    let found = find(None, &surroundings).unwrap();
    assert_eq!((found.origin, found.path.as_path(), found.tried.len()), (Origin::Cache, cached.as_path(), 1));
    write_script(&cached, "echo typst 0.14.0");
    let found = find(None, &surroundings).unwrap();
    assert_eq!(found.origin, Origin::Path);
    let reasons: Vec<_> = found.tried.iter().map(|tried| (tried.origin, tried.refusal.clone())).collect();
    let skipped = [(Origin::Beside, Refusal::Missing), (Origin::Cache, Refusal::Version(Version(0, 14, 0)))];
    assert_eq!(reasons, skipped);
}

#[test]
fn relative_folders_of_the_path_are_passed_over() {
    let surroundings = Surroundings { path: Some("target:.::bin".into()), ..nowhere() };
    let names: Vec<_> = surroundings.candidates(None).into_iter().map(|(origin, _)| origin).collect();
    assert_eq!(names, [Origin::Cache]);
    let relative = Surroundings { cache_home: Some("here".into()), ..nowhere() };
    assert!(relative.cache().unwrap().starts_with("/nowhere"));
    assert_eq!(Surroundings::default().cache(), None);
}

#[test]
fn the_message_names_all_that_was_tried() {
    let surroundings = Surroundings { executable: Some("/nowhere/bin/factum".into()), ..nowhere() };
    let message = find(None, &surroundings).unwrap_err().to_string();
    let lines: Vec<&str> = message.lines().collect();
    assert_eq!(
        lines[0],
        "no PDF can be made: no Typst 0.15 was found; build once with `--install-typst`, or name a Typst 0.15 \
         with `--typst`"
    );
    assert_eq!(lines[1], "  tried `/nowhere/bin/typst` (beside factum): no such program");
    assert!(lines[2].contains("factum/typst/0.15.1/bin/typst` (in factum's cache): no such program"));
    let named = find(Some(Path::new("/nowhere/typst")), &surroundings).unwrap_err().to_string();
    assert_eq!(
        named,
        "no PDF can be made: `/nowhere/typst` (from `--typst`): no such program; name a Typst 0.15, or none, so \
         that it is looked for"
    );
}
