//! The tests of the whole: the walls, the pages, the outputs, the command line.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "tests make projects and run programs"
)]

mod bad_input;
mod command_line;
mod golden;
mod own_facts;
mod project;
mod publishing;
mod walls;
