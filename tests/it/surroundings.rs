//! What a build finds around it, and the templates that a project may have of its own.

use crate::project::{Project, run};

#[test]
fn doctor_says_what_was_tried_and_why_there_is_no_pdf() {
    let project = Project::small();
    let mut command = project.command(&["doctor"]);
    command.env("PATH", "/nowhere").env("XDG_CACHE_HOME", project.path().join("cache"));
    let ran = run(command);
    assert_eq!(ran.code, Some(3), "{ran:?}");
    for words in
        ["--install-typst", "in factum's cache", "no such program", "facts 1, articles 1 (1 not locked)"]
    {
        assert!(ran.stdout.contains(words), "{words}: {}", ran.stdout);
    }
    let ran = project.factum(&["doctor", "--typst", "/bin/echo"]);
    assert_eq!(ran.code, Some(3), "{ran:?}");
    assert!(ran.stdout.contains("this is not Typst"), "{}", ran.stdout);
}

#[test]
fn doctor_names_fonts_and_templates() {
    let project = Project::small();
    project.write("fonts/Amiri.ttf", "a font");
    project.write("templates/style.css", "p{}");
    project.write("templates/more.html.tera", "");
    let ran = project.factum(&["doctor"]);
    for words in [
        "`fonts/Amiri.ttf`, 1 kB",
        "`templates/style.css`, in place of",
        "`templates/more.html.tera`, beside",
    ] {
        assert!(ran.stdout.contains(words), "{words}: {}", ran.stdout);
    }
}

#[test]
fn doctor_tells_a_folder_that_is_no_project() {
    let ran = Project::empty().factum(&["doctor"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.stdout.contains("`factum init` begins a project"), "{}", ran.stdout);
}
