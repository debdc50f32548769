//! What does it take to build Typst, and is it there?

use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::time::Duration;

use super::guard::{Call, Environment, How, run};
use super::install_trouble::InstallTrouble;
use super::limits::Limits;

/// The environment in which tools are looked for and run.
#[derive(Debug, Clone, Default)]
pub(super) struct Bench {
    /// `PATH`, if it is not to be ours.
    pub(super) path: Option<OsString>,
}

/// How OpenSSL gets into Typst.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OpenSsl {
    /// The system has it, with its headers, or does without.
    System,
    /// It is built from source on the way.
    FromSource,
}

const ANSWER_TIME: Duration = Duration::from_secs(30);

impl Bench {
    /// Looks for Cargo, a C compiler and OpenSSL, before minutes are spent in vain.
    pub(super) fn check(&self) -> Result<OpenSsl, InstallTrouble> {
        if !self.works("cargo", &["--version"])? {
            return Err(InstallTrouble::NoCargo);
        }
        if !self.works("cc", &["--version"])? {
            return Err(InstallTrouble::NoCompiler);
        }
        // The other systems have their own.
        let named = std::env::var_os("OPENSSL_DIR").is_some();
        if cfg!(target_os = "macos") || named || self.works("pkg-config", &["--exists", "openssl"])? {
            return Ok(OpenSsl::System);
        }
        let perl = ["-MFindBin", "-MIPC::Cmd", "-MFile::Compare", "-e", "1"];
        if self.works("perl", &perl)? && self.works("make", &["--version"])? {
            return Ok(OpenSsl::FromSource);
        }
        Err(InstallTrouble::NoOpenSsl)
    }

    /// Our environment, with these changes.
    pub(super) fn environment(&self, changes: Vec<(&'static str, OsString)>) -> Environment {
        let path = self.path.clone().map(|path| ("PATH", path));
        Environment::Ours(changes.into_iter().chain(path).collect())
    }

    /// Whether the tool is there and this call of it succeeds.
    fn works(&self, tool: &str, arguments: &[&str]) -> Result<bool, InstallTrouble> {
        let call = Call {
            program: Path::new(tool),
            arguments: arguments.iter().map(OsString::from).collect(),
            input: String::new(),
            folder: Path::new("/"),
            environment: self.environment(vec![]),
            limits: Limits { time: ANSWER_TIME, output: 1 << 16, messages: 1 << 16, memory: None },
        };
        match run(call, &mut |_| {}).how {
            How::Exit(code) => Ok(code == 0),
            How::Interrupted(signal) => Err(InstallTrouble::Interrupted(signal)),
            How::Failed(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(InstallTrouble::Tool { tool: tool.to_owned(), words: error.to_string() })
            }
            _ => Ok(false),
        }
    }
}
