//! What does a browser on this machine see of the briefing that is being written?
//!
//! | file | answers |
//! |---|---|
//! | `board` | what is shown now, and when does it change |
//! | `server` | who is served: this machine alone, a few at a time, for a short while |
//! | `request` | what is asked, and may it be asked |
//! | `answer` | what is answered |
//! | `shell.html`, `shell.css`, `shell.js` | the page around the briefing, and how it follows the changes |
//!
//! Written on the standard library: all that is needed is `GET` from one machine, and what must hold (no request
//! without a bound, no visitor that is waited for) is easier to hold in these few lines than to prove of a library.

mod answer;
mod board;
mod request;
mod server;

pub use board::{Page, Shown};
pub use server::Preview;
