//! Who is served: this machine alone, a few at a time, for a short while?

use std::io::{self, ErrorKind, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use super::answer::{Answer, answer, event, refuse};
use super::board::{Board, Page, Shown};
use super::request::{Refusal, Request, Wanted, read};

/// The port that is tried first if none is asked for.
const FRIENDLY: u16 = 7878;

/// How many visitors are served at a time; others are sent away.
const MOST: usize = 32;

/// No browser's request has a longer head.
const LONGEST_HEAD: usize = 16 << 10;

/// How long a visitor may take to ask, and to take a piece of the answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// How often a visitor that follows the changes is told that there are none.
const BEAT: Duration = Duration::from_secs(10);

/// A server on this machine's own address, which nobody else can reach.
#[derive(Debug)]
pub struct Preview {
    board: Arc<Board>,
    address: SocketAddr,
}

impl Preview {
    /// Begins to serve on `port`; if none is given on 7878, or on any that is free if another program has it.
    ///
    /// # Errors
    /// When the port cannot be had.
    pub fn start(port: Option<u16>) -> io::Result<Self> {
        let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
        let listener = match port {
            Some(port) => bind(port)?,
            None => bind(FRIENDLY).or_else(|_| bind(0))?,
        };
        let address = listener.local_addr()?;
        let board = Arc::new(Board::new());
        let own = Arc::clone(&board);
        let run = move || serve(&listener, address.port(), &own);
        thread::Builder::new().name("preview".to_owned()).spawn(run)?;
        Ok(Self { board, address })
    }

    /// Where it is seen: `http://127.0.0.1:7878/`.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Shows something new; without a page the last one stays.
    pub fn show(&self, shown: &Shown, page: Option<Page>) {
        self.board.put(shown, page);
    }
}

fn serve(listener: &TcpListener, port: u16, board: &Arc<Board>) {
    // As many copies of it as there are visitors.
    let seat = Arc::new(());
    loop {
        let Ok((stream, _)) = listener.accept() else {
            // There may be too many open files for a moment.
            sleep(Duration::from_millis(50));
            continue;
        };
        if Arc::strong_count(&seat) > MOST {
            continue;
        }
        let (board, seat) = (Arc::clone(board), Arc::clone(&seat));
        let visit = move || {
            // Whoever leaves in the middle of an answer does no harm.
            let _ = visit(stream, port, &board);
            drop(seat);
        };
        // Without a thread the visitor is sent away.
        let _ = thread::Builder::new().name("visit".to_owned()).spawn(visit);
    }
}

fn visit(mut stream: TcpStream, port: u16, board: &Board) -> io::Result<()> {
    stream.set_write_timeout(Some(PATIENCE))?;
    let asked = match head(&mut stream)? {
        Some(head) => read(&head, port),
        None => Err(Refusal::TooLong),
    };
    match &asked {
        Ok(request) => send(&mut stream, &answer(request, &board.now()))?,
        Err(refusal) => send(&mut stream, &refuse(*refusal))?,
    }
    if let Ok(Request { wanted: Wanted::Changes, head: false }) = asked {
        return follow(&mut stream, board);
    }
    part(&mut stream)
}

/// The head of the request; none if it is too long.
fn head(stream: &mut TcpStream) -> io::Result<Option<Vec<u8>>> {
    let begin = Instant::now();
    let mut head = Vec::new();
    let mut piece = [0; 2048];
    loop {
        let left = PATIENCE.saturating_sub(begin.elapsed());
        if left.is_zero() {
            return Err(ErrorKind::TimedOut.into());
        }
        stream.set_read_timeout(Some(left))?;
        let size = match stream.read(&mut piece) {
            Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
            Ok(size) => size,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let known = head.len().saturating_sub(3);
        head.extend_from_slice(piece.get(..size).unwrap_or_default());
        let end = head.windows(4).skip(known).position(|four| four == b"\r\n\r\n");
        if let Some(end) = end {
            head.truncate(known + end);
            return Ok(Some(head));
        }
        if head.len() > LONGEST_HEAD {
            return Ok(None);
        }
    }
}

fn send(stream: &mut TcpStream, answer: &Answer) -> io::Result<()> {
    stream.write_all(answer.head.as_bytes())?;
    stream.write_all(&answer.body)
}

/// Tells what is shown, and tells it again whenever it changes, until the visitor leaves.
fn follow(stream: &mut TcpStream, board: &Board) -> io::Result<()> {
    let mut told = 0;
    loop {
        let now = board.after(told, BEAT);
        let line = if now.number == told { ":\n\n".to_owned() } else { event(&now) };
        told = now.number;
        stream.write_all(line.as_bytes())?;
    }
}

/// Ends the visit; a body that nobody wants is taken in first, a little of it, or the answer could be lost.
fn part(stream: &mut TcpStream) -> io::Result<()> {
    stream.shutdown(Shutdown::Write)?;
    stream.set_read_timeout(Some(Duration::from_millis(200)))?;
    let mut rest = [0; 4096];
    for _ in 0..64 {
        if stream.read(&mut rest)? == 0 {
            break;
        }
    }
    Ok(())
}
