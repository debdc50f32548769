//! The tests of the whole: the walls, the pages, the outputs, the command line.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::unwrap_used,
    reason = "tests make projects and run programs, and one that cannot go on has failed"
)]

mod bad_input;
mod bounded;
mod carried;
mod circles;
mod command_line;
mod coverage;
mod days_differ;
mod docs;
mod docs_commands;
mod drafts;
mod editions;
mod every_digit;
mod factsheet;
mod fonts;
mod forged;
mod golden;
mod init;
mod lock;
mod notes_astray;
mod origins;
mod overlap;
mod own_facts;
mod pages;
mod project;
mod publishing;
mod signs;
mod stress;
mod surroundings;
mod template_docs;
mod templates;
mod verify;
mod walls;
mod watch;
