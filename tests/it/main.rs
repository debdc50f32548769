//! The tests of the whole: the walls, the pages, the outputs, the command line.

mod walls;
