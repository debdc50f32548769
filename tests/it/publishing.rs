//! Outputs come out whole or not at all, whatever happens on the way.

use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::project::{Project, run};

const WITHOUT_PDF: [&str; 3] = ["build", "--format", "md,html,json"];

#[test]
fn a_build_killed_at_any_moment_leaves_whole_files() {
    let project = Project::own();
    assert_eq!(project.factum(&WITHOUT_PDF).code, Some(0));
    let old = project.out();
    project.change("title: ", "title: Revised. ");
    let revised = Project::own();
    revised.write("facts.yaml", project.read("facts.yaml"));
    assert_eq!(revised.factum(&WITHOUT_PDF).code, Some(0));
    let new = revised.out();
    for delay in 0..40 {
        for (name, bytes) in &old {
            project.write(&format!("out/{name}"), bytes);
        }
        let mut child =
            project.command(&WITHOUT_PDF).stderr(Stdio::null()).stdout(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(delay * 4_000));
        child.kill().unwrap();
        child.wait().unwrap();
        for (name, bytes) in project.out() {
            // What a killed build leaves under a temporary name is no output; the next build removes it.
            if let Some(old) = old.get(&name) {
                assert!(&bytes == old || Some(&bytes) == new.get(&name), "out/{name} is torn after {delay}");
            }
        }
    }
    assert_eq!(project.factum(&WITHOUT_PDF).code, Some(0));
    assert!(project.out() == new, "the next build works and leaves nothing behind");
}

#[test]
fn a_folder_that_cannot_be_written_keeps_its_old_edition() {
    let project = Project::small();
    assert_eq!(project.factum(&WITHOUT_PDF).code, Some(0));
    let old = project.out();
    project.change("title: ", "title: Revised. ");
    let out = project.path().join("out");
    std::fs::set_permissions(&out, PermissionsExt::from_mode(0o555)).unwrap();
    let ran = project.factum(&WITHOUT_PDF);
    let writable = std::fs::write(out.join("probe"), "x").is_ok();
    std::fs::set_permissions(&out, PermissionsExt::from_mode(0o755)).unwrap();
    // The superuser may write anywhere; then there is nothing to see here.
    if !writable {
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert_eq!(project.out(), old);
    }
}

#[test]
fn a_file_that_may_not_grow_keeps_the_old_edition() {
    let project = Project::small();
    assert_eq!(project.factum(&WITHOUT_PDF).code, Some(0));
    let old = project.out();
    project.change("title: ", "title: Revised. ");
    let mut command = Command::new("sh");
    command.args(["-c", "ulimit -f 4; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_factum"), "-C"]);
    command.arg(project.path()).args(WITHOUT_PDF);
    let ran = run(command);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.stderr.contains("file too large"), "{}", ran.stderr);
    assert_eq!(project.out(), old);
}

#[test]
fn an_output_folder_that_is_a_file_or_a_link_is_refused() {
    let project = Project::small();
    project.write("out", "a file");
    let ran = project.factum(&WITHOUT_PDF);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    let linked = Project::small();
    let elsewhere = Project::empty();
    std::os::unix::fs::symlink(elsewhere.path(), linked.path().join("out")).unwrap();
    assert_eq!(linked.factum(&WITHOUT_PDF).code, Some(2));
    assert!(
        std::fs::read_dir(elsewhere.path()).unwrap().next().is_none(),
        "nothing is written through a link"
    );
}

#[test]
fn a_typst_that_fails_leaves_the_old_edition() {
    let cases = [
        ("exec sleep 60", "did not finish"),
        ("cat >/dev/null; kill -SEGV $$", "crashed"),
        ("cat >/dev/null; echo garbage", "not a PDF"),
        ("cat >/dev/null; printf '%%PDF-1.7 and no end'", "without an end"),
        ("cat >/dev/null; printf '%%PDF-1.7 %%%%EOF'", "index"),
        ("cat >/dev/null; printf '%%PDF-1.7\\n1 0 obj\\nstartxref\\n9\\n%%%%EOF'", "without a page"),
        ("cat >/dev/null", "wrote nothing"),
        ("cat >/dev/null; exit 42", "42"),
        ("yes noise >&2", "messages"),
    ];
    for (act, words) in cases {
        let project = Project::small();
        assert_eq!(project.factum(&WITHOUT_PDF).code, Some(0));
        let old = project.out();
        project.change("title: ", "title: Revised. ");
        let typst = project.fake_typst(act);
        let ran = project.factum(&["build", "--typst", &typst, "--typst-timeout", "2"]);
        assert_eq!(ran.code, Some(3), "{act}: {ran:?}");
        assert!(ran.stderr.contains(words), "{act}: {}", ran.stderr);
        assert_eq!(project.out(), old, "{act}");
        assert_eq!(project.factum(&WITHOUT_PDF).code, Some(0), "the next build works");
    }
}

#[test]
fn without_a_typst_the_other_outputs_are_written() {
    let project = Project::small();
    let mut command = project.command(&["build"]);
    command.env("PATH", "/nowhere").env("XDG_CACHE_HOME", project.path().join("cache"));
    let ran = run(command);
    assert_eq!(ran.code, Some(3), "{ran:?}");
    assert!(ran.stderr.contains("--install-typst"), "{}", ran.stderr);
    assert!(project.out().contains_key("briefing.html"));
    assert!(!project.out().contains_key("briefing.pdf"));
}

#[test]
fn no_clock_and_no_date_of_the_machine_reaches_an_output() {
    let project = Project::small();
    assert_eq!(project.factum(&WITHOUT_PDF).code, Some(0));
    let before = project.out();
    for date in ["0", "1625529600", "no date at all", ""] {
        let mut command = project.command(&WITHOUT_PDF);
        command.env("SOURCE_DATE_EPOCH", date).env("TZ", "Asia/Dushanbe").env("LC_ALL", "tg_TJ");
        let ran = run(command);
        assert_eq!((ran.code, ran.stderr.contains("up to date")), (Some(0), true), "{date}: {ran:?}");
        assert_eq!(project.out(), before, "{date}");
    }
}

#[test]
fn what_stands_in_out_is_one_edition() {
    let project = Project::small();
    assert_eq!(project.factum(&WITHOUT_PDF).code, Some(0));
    project.write("out/mine.html", "mine");
    project.write("out/figures.csv", "changed by hand");
    let ran = project.factum(&["build", "--format", "md"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let names: Vec<String> = project.out().into_keys().collect();
    assert_eq!(names, ["SHA256SUMS", "briefing.md", "figures.csv", "manifest.json", "mine.html"]);
    assert!(
        ran.stderr.contains("removed, for") && ran.stderr.contains("  briefing.html\n"),
        "{}",
        ran.stderr
    );
    assert!(ran.stderr.contains("changed since, so they stay"), "{}", ran.stderr);
    let again = project.factum(&["build", "--format", "md"]);
    assert!(again.stderr.contains("is up to date"), "{}", again.stderr);
}

#[test]
fn without_a_typst_no_earlier_pdf_stays() {
    let project = Project::small();
    let act = "cat >/dev/null; \
               printf '%%PDF-1.7\\n1 0 obj <</Type/Page>>\\nstartxref\\n9\\n%%%%EOF\\n'";
    let typst = project.fake_typst(act);
    let ran = project.factum(&["build", "--typst", &typst]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(project.out().contains_key("briefing.pdf"));
    project.change("title: ", "title: Revised. ");
    let mut command = project.command(&["build"]);
    command.env("PATH", "/nowhere").env("XDG_CACHE_HOME", project.path().join("cache"));
    assert_eq!(run(command).code, Some(3));
    assert!(!project.out().contains_key("briefing.pdf"), "it told of other facts");
    assert!(project.read("out/briefing.md").contains("Revised"));
}

#[test]
fn a_typst_that_was_named_must_be_there() {
    let project = Project::small();
    let ran = project.factum(&["build", "--typst", "/no/such/typst"]);
    assert_eq!(ran.code, Some(3), "{ran:?}");
    assert!(ran.stderr.contains("/no/such/typst"), "{}", ran.stderr);
}
