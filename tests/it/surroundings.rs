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
    project.write("fonts/Naskh.ttf", include_bytes!("../fonts/NotoNaskhArabic-Subset.ttf"));
    project.write("templates/style.css", "p{}");
    project.write("templates/more.html.tera", "");
    let ran = project.factum(&["doctor"]);
    for words in [
        "`fonts/Naskh.ttf`, 30 kB",
        "`templates/style.css`, in place of",
        "`templates/more.html.tera`, beside",
    ] {
        assert!(ran.stdout.contains(words), "{words}: {}", ran.stdout);
    }
}

#[test]
fn a_font_that_is_damaged_is_named_before_typst_reads_it() {
    let project = Project::small();
    project.write("fonts/Amiri.ttf", "a font");
    for words in [&["doctor"][..], &["build"]] {
        let ran = project.factum(words);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.stderr.contains("`fonts/Amiri.ttf` is no font"), "{}", ran.stderr);
    }
    assert_eq!(project.out().len(), 0, "nothing is written");
}

#[test]
fn a_name_that_would_speak_in_a_log_is_written_out() {
    let project = Project::small();
    project.write("fonts/a\n::error::pwned.ttf", "");
    let ran = project.factum(&["build"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(!ran.stderr.lines().any(|line| line.starts_with("::")), "{}", ran.stderr);
}

#[test]
fn a_typst_that_the_environment_names_must_be_there() {
    let project = Project::small();
    assert_eq!(project.factum(&["build", "--format", "md"]).code, Some(0));
    let before = project.out();
    let mut command = project.command(&["build"]);
    command.env("FACTUM_TYPST", "/nonexistent/typst");
    assert_eq!(run(command).code, Some(3));
    assert!(project.out() == before, "nothing is written");
}

#[test]
fn doctor_tells_a_folder_that_is_no_project() {
    let ran = Project::empty().factum(&["doctor"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.stdout.contains("`factum init` begins a project"), "{}", ran.stdout);
}

#[test]
fn templates_are_listed_with_their_state() {
    let project = Project::small();
    let listed = project.factum(&["templates", "eject"]).stdout;
    assert_eq!(project.factum(&["templates"]).stdout, listed);
    assert!(
        listed.lines().count() >= 8 && listed.lines().all(|line| line.ends_with("  built-in")),
        "{listed}"
    );
    assert!(!project.path().join("templates").exists(), "a list writes nothing");
    project.write("templates/style.css", "p{}");
    let listed = project.factum(&["templates"]).stdout;
    assert!(
        listed.lines().any(|line| line.starts_with("style.css") && line.ends_with("in the project, changed"))
    );
}

#[test]
fn a_template_is_ejected_as_it_is_and_never_over_another() {
    let project = Project::small();
    let build = ["build", "--format", "md,html"];
    project.factum(&build);
    let before = project.out();
    assert_eq!(project.factum(&["templates", "eject", "style.css", "briefing.md.tera"]).code, Some(0));
    project.factum(&build);
    for name in ["briefing.md", "briefing.html"] {
        assert_eq!(project.out()[name], before[name], "an ejected template is the built-in one");
    }
    project.write("templates/style.css", "p{color:red}");
    let ran = project.factum(&["templates", "eject", "parts.md.tera", "style.css"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.stderr.contains("`templates/style.css`: a file stands there already; nothing was written"));
    assert!(!project.path().join("templates/parts.md.tera").exists());
    assert_eq!(project.factum(&["templates", "eject", "--all"]).code, Some(0));
    assert_eq!(project.read("templates/style.css"), "p{color:red}");
    assert!(project.path().join("templates/briefing.typ").is_file());
}

#[test]
fn only_our_names_are_ejected() {
    let project = Project::small();
    for name in ["../style.css", "no-such.tera", "/etc/passwd", ""] {
        let ran = project.factum(&["templates", "eject", name]);
        assert_eq!(ran.code, Some(2), "{name}: {ran:?}");
    }
    assert!(!project.path().join("templates").exists());
}

#[test]
fn every_command_has_a_manual_page() {
    let project = Project::empty();
    let whole = project.factum(&["man"]);
    let codes = "\n.SH \"EXIT STATUS\"\nExit codes: 0 fine, 1 findings";
    assert!(whole.stdout.contains(codes), "{}", whole.stdout);
    assert!(whole.code == Some(0) && whole.stdout.contains("\n.TH factum 1 "), "{whole:?}");
    for name in commands() {
        assert!(whole.stdout.contains(&format!("factum\\-{name}(1)")), "{name} is not in factum's own page");
        let page = project.factum(&["man", &name]);
        assert!(page.stdout.contains(&format!("\n.TH factum-{name} 1 ")), "{name}: {page:?}");
        assert!(page.stdout.contains(codes), "{name}: {}", page.stdout);
        assert!(page.stdout.contains(".SH OPTIONS") && page.stdout.contains("\\-\\-project"), "{name}");
    }
    let unknown = project.factum(&["man", "nothing"]);
    assert!(
        unknown.code == Some(2) && unknown.stderr.contains("no command is called `nothing`"),
        "{unknown:?}"
    );
}

#[test]
fn each_shell_completes_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = Project::empty().factum(&["completions", shell]);
        assert_eq!(ran.code, Some(0), "{shell}");
        for name in commands() {
            assert!(ran.stdout.contains(&name), "{shell} does not know {name}");
        }
    }
}

/// The commands that the help names, but for the help itself.
fn commands() -> Vec<String> {
    let help = Project::empty().factum(&["--help"]).stdout;
    let (_, commands) = help.split_once("Commands:\n").unwrap();
    let commands = commands.lines().take_while(|line| !line.is_empty());
    let names: Vec<String> = commands
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .map(str::to_owned)
        .collect();
    assert!(names.len() >= 16, "{names:?}");
    names
}
