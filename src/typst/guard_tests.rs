//! Is a program that hangs, floods or crashes gone when we go on?

use super::super::fake::{Fake, lives};
use super::*;

fn run_fake(fake: &Fake, time: u64) -> Ended {
    run_with_input(fake, time, String::new())
}

fn run_with_input(fake: &Fake, time: u64, input: String) -> Ended {
    let limits =
        Limits { time: Duration::from_millis(time), output: 1 << 20, messages: 1 << 10, memory: None };
    let folder = fake.folder.path();
    let call = Call {
        program: &fake.path,
        arguments: vec![],
        input,
        folder,
        environment: Environment::Bare,
        limits,
    };
    run(call, &mut |_| {})
}

#[test]
fn a_program_that_ends_is_heard_whole() {
    let fake = Fake::typst("cat; echo words >&2; exit 7");
    let ended = run_with_input(&fake, 30_000, "x".repeat(500_000));
    assert!(matches!(ended.how, How::Exit(7)));
    assert_eq!(
        (ended.output.len(), ended.messages.as_slice(), ended.cut),
        (500_000, b"words\n".as_slice(), false)
    );
}

#[test]
fn a_program_that_does_not_read_its_input_is_no_trouble() {
    let ended = run_with_input(&Fake::typst("echo done"), 30_000, "x".repeat(500_000));
    assert!(matches!(ended.how, How::Exit(0)));
    assert_eq!(ended.output, b"done\n");
}

#[test]
fn a_program_that_hangs_is_killed_with_its_children() {
    let fake = Fake::typst(
        "trap '' TERM INT HUP\nsh -c 'trap \"\" TERM; echo $$ > child; sleep 300; sleep 300' &\n\
         echo $$ > leader\nwhile true; do sleep 300; done",
    );
    let begin = Instant::now();
    let ended = run_fake(&fake, 1500);
    assert!(matches!(ended.how, How::TimeOut), "{:?}", ended.how);
    assert!(begin.elapsed() < Duration::from_secs(4));
    for name in ["child", "leader"] {
        assert!(!lives(fake.number(name).unwrap()), "{name} lives");
    }
}

#[test]
fn children_left_behind_by_a_program_that_ends_are_killed() {
    let fake = Fake::typst("sleep 300 &\necho $! > child\necho done");
    let begin = Instant::now();
    let ended = run_fake(&fake, 30_000);
    assert!(matches!(ended.how, How::Exit(0)));
    assert_eq!(ended.output, b"done\n");
    assert!(begin.elapsed() < Duration::from_secs(3));
    assert!(!lives(fake.number("child").unwrap()));
}

#[test]
fn a_process_that_left_the_group_cannot_hold_us() {
    let fake = Fake::typst("setsid sleep 6 &\necho done");
    let begin = Instant::now();
    let ended = run_fake(&fake, 30_000);
    assert_eq!(ended.output, b"done\n");
    assert!(begin.elapsed() < Duration::from_secs(4));
}

#[test]
fn floods_are_stopped_and_cost_no_more_than_the_limit() {
    let ended = run_fake(&Fake::typst("yes"), 60_000);
    assert!(matches!(ended.how, How::Flood(Pipe::Output)), "{:?}", ended.how);
    assert_eq!(ended.output.len(), 1 << 20);
    let ended = run_fake(&Fake::typst("yes >&2"), 60_000);
    assert!(matches!(ended.how, How::Flood(Pipe::Messages)), "{:?}", ended.how);
    assert_eq!(ended.messages.len(), 1 << 10);
}

#[test]
fn more_messages_than_are_kept_are_cut_aloud() {
    let ended = run_fake(&Fake::typst("yes | head -c 5000 >&2; exit 1"), 60_000);
    assert!(matches!(ended.how, How::Exit(1)));
    assert_eq!((ended.messages.len(), ended.cut), (1 << 10, true));
}

#[test]
fn a_crash_is_told_by_its_signal() {
    let ended = run_fake(&Fake::typst("kill -SEGV $$; sleep 5"), 30_000);
    assert!(matches!(ended.how, How::Crash(11)), "{:?}", ended.how);
}

#[test]
fn nothing_of_our_environment_reaches_a_bare_program() {
    let fake = Fake::typst("/usr/bin/env | grep -v -e '^PWD=' -e '^_=' -e '^SHLVL=' -e '^OLDPWD='");
    let ended = run_fake(&fake, 30_000);
    assert_eq!(String::from_utf8(ended.output).unwrap(), "HTTPS_PROXY=http://127.0.0.1:9\n");
}

#[test]
fn messages_are_heard_while_the_program_runs() {
    let fake = Fake::typst("echo one >&2; sleep 0.3; echo two >&2; sleep 0.3");
    let limits = Limits { time: Duration::from_secs(10), output: 10, messages: 100, memory: None };
    let folder = fake.folder.path();
    let environment = Environment::Ours(vec![]);
    let call =
        Call { program: &fake.path, arguments: vec![], input: String::new(), folder, environment, limits };
    let mut heard = Vec::new();
    run(call, &mut |messages| {
        if heard.last().is_none_or(|last: &Vec<u8>| last != messages) {
            heard.push(messages.to_vec());
        }
    });
    assert!(heard.contains(&b"one\n".to_vec()), "{heard:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_program_that_outlives_us_has_so_much_time_and_no_more() {
    let ended = run_fake(&Fake::typst("sleep 0.3; ulimit -t"), 30_000);
    let seconds: u64 = String::from_utf8(ended.output).unwrap().trim().parse().unwrap();
    assert!((35..=35 * 1024).contains(&seconds), "{seconds}");
}
