//! Does every fault of Typst's have its own clear error, and the real one give a PDF?

use super::super::fake::Fake;
use super::super::find::{Surroundings, find};
use super::*;
use crate::disk::{ProjectPath, Staging, sha256_hex};

fn job<'a>(root: &'a Path, source: &'a str) -> Job<'a> {
    let timeout = Duration::from_secs(20);
    Job { root, source, fonts: None, timestamp: 1_625_529_600, timeout, pdf_standard: PDF_STANDARD }
}

fn trouble(body: &str) -> TypstTrouble {
    let (fake, staging) = (Fake::typst(body), Staging::new().unwrap());
    compile(&fake.found(), &job(staging.path(), "= Title")).unwrap_err()
}

/// The end of a small PDF whose index is its first object.
const REST: &str = "printf '\\n<</Type/Page>>\\nstartxref\\n9\\n%%%%EOF\\n'";

#[test]
fn a_pdf_on_the_output_is_taken() {
    let fake = Fake::typst(&format!("printf '%%PDF-1.7\\n1 0 obj '; cat; {REST}"));
    let staging = Staging::new().unwrap();
    let pdf = compile(&fake.found(), &job(staging.path(), "source")).unwrap();
    let whole = b"%PDF-1.7\n1 0 obj source\n<</Type/Page>>\nstartxref\n9\n%%EOF\n";
    assert_eq!((pdf.bytes.as_slice(), pdf.warnings), (whole.as_slice(), vec![]));
}

#[test]
fn the_program_is_called_as_agreed() {
    let fake = Fake::typst(&format!("printf '%%PDF-1.7\\n1 0 obj '; echo \"$*|\"; pwd; {REST}"));
    let staging = Staging::new().unwrap();
    let job = Job { fonts: Some("fonts"), ..job(staging.path(), "") };
    let said = String::from_utf8(compile(&fake.found(), &job).unwrap().bytes).unwrap();
    let (call, folder) = said.split_once("|\n").unwrap();
    assert_eq!(
        call,
        "%PDF-1.7\n1 0 obj --color never compile --format pdf --pdf-standard a-3a,ua-1 --diagnostic-format short \
         --ignore-system-fonts --package-path .none --package-cache-path .none \
         --creation-timestamp=1625529600 --font-path=fonts --root . - -"
    );
    assert!(folder.contains("factum-"), "{folder}");
}

#[test]
fn each_fault_has_its_own_error() {
    assert_eq!(trouble("kill -ABRT $$; sleep 5"), TypstTrouble::Crashed(6));
    assert_eq!(trouble("exit 0"), TypstTrouble::NoOutput);
    assert_eq!(trouble("echo '<html>'"), TypstTrouble::NotPdf { start: "<html>\n".to_owned() });
    assert_eq!(trouble("printf '%%PDF-1.7 and no more'"), TypstTrouble::CutShort);
    assert_eq!(trouble("printf '%%PDF-1.7 %%%%EOF'"), TypstTrouble::NoIndex);
    assert_eq!(trouble("printf '%%PDF-1.7\\n1 0 obj\\nstartxref\\n9\\n%%%%EOF'"), TypstTrouble::NoPage);
    assert_eq!(trouble("yes >&2"), TypstTrouble::Flood(Pipe::Messages));
    assert_eq!(trouble("echo 'thread panicked' >&2; exit 101"), failed(101, "thread panicked"));
    assert_eq!(trouble("exit 1"), failed(1, ""));
    assert_eq!(trouble("echo 'odd words' >&2; exit 1"), failed(1, "odd words"));
    assert_eq!(
        trouble("echo 'error: what is --x' >&2; exit 2"),
        TypstTrouble::Usage("error: what is --x".to_owned())
    );
}

fn failed(code: i32, words: &str) -> TypstTrouble {
    TypstTrouble::Failed { code, words: words.to_owned() }
}

#[test]
fn a_program_that_hangs_is_stopped_in_time() {
    let (fake, staging) = (Fake::typst("trap '' TERM; sleep 300"), Staging::new().unwrap());
    let timeout = Duration::from_millis(300);
    let hangs = Job { timeout, ..job(staging.path(), "") };
    assert_eq!(compile(&fake.found(), &hangs).unwrap_err(), TypstTrouble::TimeOut(timeout));
}

#[cfg(target_os = "linux")]
#[test]
fn a_program_has_so_much_memory_and_no_more() {
    // The bound is set as soon as the program runs, so it may look a moment too early.
    let body =
        "for try in 1 2 3 4 5 6 7 8 9; do [ \"$(ulimit -v)\" = unlimited ] && sleep 0.1; done; ulimit -v";
    let start = (MOST_MEMORY >> 10).to_string();
    assert!(matches!(trouble(body), TypstTrouble::NotPdf { start: said } if said.trim() == start));
}

#[test]
fn a_pdf_does_not_count_when_its_messages_could_not_be_read() {
    let body = "yes 'warning: x' | head -c 100000 >&2; printf '%%PDF-1.7 %%%%EOF'";
    assert_eq!(trouble(body), TypstTrouble::Flood(Pipe::Messages));
}

#[test]
fn a_program_that_is_gone_is_named() {
    let fake = Fake::typst("exit 0");
    let found = Found { path: fake.folder.path().join("gone"), ..fake.found() };
    let staging = Staging::new().unwrap();
    let trouble = compile(&found, &job(staging.path(), "")).unwrap_err();
    assert!(matches!(trouble, TypstTrouble::NotStarted { .. }), "{trouble}");
}

#[test]
fn errors_come_with_their_places_and_without_ours() {
    let body = "echo \"<stdin>:3:5: error: file not found (searched at $PWD/x.json)\" >&2; exit 1";
    let TypstTrouble::Rejected { diagnostics, cut } = trouble(body) else { panic!("it is rejected") };
    assert_eq!(diagnostics[0].to_string(), "<stdin>:3:6: error: file not found (searched at x.json)");
    assert!(!cut);
}

#[test]
fn an_unknown_font_is_an_error_and_other_warnings_are_kept() {
    let body = "echo '<stdin>:1:0: warning: unknown font family: nope' >&2; printf '%%PDF-1.7 %%%%EOF'";
    assert_eq!(trouble(body), TypstTrouble::UnknownFonts(vec!["nope".to_owned()]));
    let warning = "echo '<stdin>:1:0: warning: layout did not converge' >&2";
    let fake = Fake::typst(&format!("{warning}; printf '%%PDF-1.7\\n1 0 obj '; {REST}"));
    let staging = Staging::new().unwrap();
    let pdf = compile(&fake.found(), &job(staging.path(), "")).unwrap();
    assert_eq!(pdf.warnings[0].message, "layout did not converge");
}

#[test]
fn messages_say_what_happened_and_what_to_do() {
    assert_eq!(
        TypstTrouble::TimeOut(Duration::from_secs(60)).to_string(),
        "Typst did not finish within 60 s and was stopped; give it longer with `--typst-timeout`, or look for a \
         loop in your template"
    );
    assert!(TypstTrouble::Crashed(11).to_string().starts_with("Typst crashed (SIGSEGV); "));
}

/// The real Typst, if this machine has one.
fn real() -> Option<Found> {
    let found = find(None, &Surroundings::of_this_process());
    if let Err(error) = &found {
        eprintln!("not tested with the real Typst: {error}");
    }
    found.ok()
}

const SOURCE: &str = "#set document(title: \"T\")\n#set text(lang: \"en\")\n= #json(\"data.json\").title\n\
                      #metadata((page: 1)) <note>\nText.";

fn staged() -> Staging {
    let staging = Staging::new().unwrap();
    staging.put(&ProjectPath::parse("data.json").unwrap(), b"{\"title\": \"#panic() *no markup*\"}").unwrap();
    staging
}

#[test]
fn the_real_one_gives_the_same_pdf_wherever_it_runs() {
    let Some(found) = real() else { return };
    let (one, other) = (staged(), staged());
    let pdf = compile(&found, &job(one.path(), SOURCE)).unwrap();
    let again = compile(&found, &job(other.path(), SOURCE)).unwrap();
    assert_eq!(sha256_hex(&pdf.bytes), sha256_hex(&again.bytes));
    assert_eq!(pdf.warnings, []);
    let place = one.path().to_string_lossy().into_owned();
    assert!(!String::from_utf8_lossy(&pdf.bytes).contains(&place));
}

#[test]
fn the_real_ones_errors_are_understood() {
    let Some(found) = real() else { return };
    let staging = staged();
    let fault = |source| compile(&found, &job(staging.path(), source)).unwrap_err();
    let at = |source| match fault(source) {
        TypstTrouble::Rejected { diagnostics, .. } => (diagnostics[0].line, diagnostics[0].column),
        trouble => panic!("{trouble}"),
    };
    assert_eq!(at("\n#let имя = "), (2, 11));
    assert_eq!(at("#json(\"none.json\")"), (1, 7));
    assert_eq!(at("#read(\"../../etc/passwd\")"), (1, 7));
    assert_eq!(at("#import \"@preview/x:1.0.0\": *"), (1, 9));
    assert_eq!(at("#import \"@local/x:1.0.0\": *"), (1, 9));
    let font = "#set document(title: \"T\")\n#set text(font: \"No Such Font\")\nText";
    assert_eq!(fault(font), TypstTrouble::UnknownFonts(vec!["no such font".to_owned()]));
    let glyph = fault("#set document(title: \"T\")\n#set text(lang: \"en\")\n漢字").to_string();
    assert!(glyph.contains("`\"漢") && glyph.ends_with("into the project's `fonts/`"), "{glyph}");
    let endless = Job { timeout: Duration::from_millis(500), ..job(staging.path(), "#while true {}") };
    assert!(compile(&found, &endless).is_err());
}
