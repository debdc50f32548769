//! `factum schema`: the shape of `facts.yaml`, of `briefing.json` and of a released edition, for editors and programs.

use clap::{Args, ValueEnum};

use super::out;
use crate::briefing;
use crate::edition;
use crate::facts;

/// Which schema.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// What it describes
    #[arg(value_enum, default_value = "facts")]
    of: Of,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Of {
    /// The fact base, facts.yaml
    Facts,
    /// The typed briefing, out/briefing.json
    Briefing,
    /// A released edition, editions/NUMBER.json
    Edition,
}

pub(super) fn run(options: &Options) -> u8 {
    out::answer(&match options.of {
        Of::Facts => facts::json_schema(),
        Of::Briefing => briefing::json_schema(),
        Of::Edition => edition::json_schema(),
    });
    0
}
