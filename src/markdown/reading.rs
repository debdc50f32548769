//! How do pulldown-cmark's events become the tree, and what has no place in it?

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::cite::{Cites, cited, is_cite};
use super::link::allowed;
use super::{Block, Inline};
use crate::span::Span;

/// Lists, quotations and stress nest this deep; what lies deeper keeps its words and loses its form.
const DEEPEST: usize = 12;

/// What is to be checked of prose, without the tree of its words.
#[derive(Debug, Clone, Default)]
pub struct Sketch {
    /// The ids that it cites, in order, each with the place of its brackets.
    pub cites: Vec<(String, Span)>,
    /// What has no place in prose: where it stands, and what to write in its place.
    pub refused: Vec<(Span, &'static str)>,
}

/// What is open while the events come in.
enum Frame {
    Quote(Vec<Block>),
    List {
        ordered: bool,
        start: u64,
        items: Vec<Vec<Block>>,
    },
    Item(Vec<Block>),
    Code(String),
    /// A paragraph; one that Markdown left out (in a tight list) is closed by the next block.
    Paragraph {
        inlines: Vec<Inline>,
        implied: bool,
    },
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    Link {
        url: String,
        inlines: Vec<Inline>,
    },
    /// Keeps its words in the frame below: an image, a refused link.
    Plain,
}

/// The tree so far.
pub(super) struct Reading {
    done: Vec<Block>,
    open: Vec<Frame>,
    refused: Vec<(Span, &'static str)>,
    /// The cites, if nothing else is asked for: then no words are kept.
    cites: Option<Vec<(String, Span)>>,
    guard: usize,
    /// How many are open that lie too deep for a frame.
    beyond: usize,
    /// Whether the events are those of a cite's brackets, which the reference says already.
    in_cite: bool,
}

impl Reading {
    /// Reads `text`, of which the first `guard` bytes are not the curator's.
    pub(super) fn of(text: &str, guard: usize) -> Self {
        let mut reading = Self::blank(guard, None);
        reading.read(text);
        reading
    }

    /// What `text` cites and what has no place in it, without its words.
    pub(super) fn sketch(text: &str, guard: usize) -> Sketch {
        let mut reading = Self::blank(guard, Some(Vec::new()));
        reading.read(text);
        reading.refused.sort_unstable();
        Sketch { cites: reading.cites.unwrap_or_default(), refused: reading.refused }
    }

    fn blank(guard: usize, cites: Option<Vec<(String, Span)>>) -> Self {
        let (done, open, refused) = (Vec::new(), Vec::new(), Vec::new());
        Self { done, open, refused, cites, guard, beyond: 0, in_cite: false }
    }

    fn read(&mut self, text: &str) {
        let parser = Parser::new_with_broken_link_callback(text, Options::empty(), Some(Cites));
        let definitions: Vec<Span> = parser
            .reference_definitions()
            .iter()
            .map(|(_, it)| Span::new(it.span.start, it.span.end))
            .collect();
        for at in definitions {
            self.refuse(
                at,
                "write the link where it is used, `[words](https://…)`: a definition is not printed",
            );
        }
        for (event, range) in parser.into_offset_iter() {
            self.take(event, Span::new(range.start, range.end), text);
        }
    }

    /// The tree, and what was refused: where, and what to write instead.
    pub(super) fn finish(mut self) -> (Vec<Block>, Vec<(Span, &'static str)>) {
        while !self.open.is_empty() {
            self.close();
        }
        self.refused.sort();
        (self.done, self.refused)
    }

    fn take(&mut self, event: Event<'_>, at: Span, whole: &str) {
        if self.in_cite {
            self.in_cite = !matches!(event, Event::End(TagEnd::Link));
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, at, whole),
            Event::End(tag) => self.end(tag),
            Event::Text(words) => self.words(&words),
            Event::Code(words) => self.inline(Inline::Code { text: words.into_string() }),
            Event::SoftBreak => self.words(" "),
            Event::HardBreak => self.inline(Inline::Break),
            Event::Html(words) | Event::InlineHtml(words) => {
                self.refuse(at, "write it in Markdown: HTML is printed as it stands");
                self.words(words.trim_end_matches('\n'));
            }
            Event::Rule => self.refuse(at, "leave the rule out: it is not printed"),
            // Not asked of the parser: footnotes, mathematics, task lists.
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, at: Span, whole: &str) {
        match tag {
            Tag::Link { link_type, title, .. } if is_cite(link_type) => self.cite(&title, at, whole),
            tag if self.open.len() >= DEEPEST => self.start_beyond(&tag, at),
            tag => self.open(tag, at),
        }
    }

    /// What lies too deep keeps its words in what holds it.
    fn start_beyond(&mut self, tag: &Tag<'_>, at: Span) {
        if self.beyond == 0 {
            self.refuse(at, "nest less: what lies deeper than twelve levels keeps its words only");
        }
        self.beyond += 1;
        if begins_a_block(tag) && !self.open_words_end_blank() {
            self.words(" ");
        }
    }

    fn open(&mut self, tag: Tag<'_>, at: Span) {
        if begins_a_block(&tag) {
            self.close_implied();
        }
        let frame = match tag {
            Tag::BlockQuote(_) => Frame::Quote(Vec::new()),
            Tag::List(first) => {
                Frame::List { ordered: first.is_some(), start: first.unwrap_or(1), items: Vec::new() }
            }
            Tag::Item => Frame::Item(Vec::new()),
            Tag::CodeBlock(_) => Frame::Code(String::new()),
            Tag::Emphasis => self.stress(Frame::Emphasis(Vec::new())),
            Tag::Strong => self.stress(Frame::Strong(Vec::new())),
            Tag::Heading { .. } => {
                self.refuse(at, "write a paragraph, or a section of its own: a field holds no headings");
                Frame::Paragraph { inlines: Vec::new(), implied: false }
            }
            Tag::Image { .. } => {
                self.refuse(at, "link to the picture: a briefing holds no images");
                Frame::Plain
            }
            Tag::Link { link_type, dest_url, .. } => self.link(link_type, &dest_url, at),
            _ => Frame::Paragraph { inlines: Vec::new(), implied: false },
        };
        self.open.push(frame);
    }

    /// Whether the run of words that is being written needs no blank before the next word.
    fn open_words_end_blank(&mut self) -> bool {
        match self.inlines().last() {
            Some(Inline::Text { text }) => text.ends_with(' '),
            Some(_) => false,
            None => true,
        }
    }

    /// Stress, a link or a cite stands in a paragraph, also where Markdown implies one.
    fn stress(&mut self, frame: Frame) -> Frame {
        self.paragraph();
        frame
    }

    fn cite(&mut self, reference: &str, at: Span, whole: &str) {
        self.in_cite = true;
        // `[words][@fact]` and `[@first][@second]` come as one: what stands before the last bracket?
        let written = at.of(whole);
        let words = written.rfind('[').and_then(|bracket| written.get(..bracket)).unwrap_or_default();
        let first = words.strip_prefix('[').and_then(|words| words.strip_suffix(']')).and_then(cited);
        match (first, cited(reference)) {
            (Some(first), Some(last)) => self.cite_key([first, last].concat(), at),
            (None, Some(last)) => {
                self.words(words);
                self.cite_key(last, at);
            }
            (_, None) => {
                self.refuse(
                    at,
                    "write `[@fact-id]` or `[@first; @second]`, with nothing else in the brackets",
                );
                self.words(written);
            }
        }
    }

    fn cite_key(&mut self, ids: Vec<String>, at: Span) {
        let span = Span::new(at.start.saturating_sub(self.guard), at.end.saturating_sub(self.guard));
        if let Some(cites) = &mut self.cites {
            cites.extend(ids.iter().map(|id| (id.clone(), span)));
        }
        self.inline(Inline::CiteKey { ids, span });
    }

    fn link(&mut self, kind: LinkType, url: &str, at: Span) -> Frame {
        let url = if kind == LinkType::Email { format!("mailto:{url}") } else { url.to_owned() };
        if allowed(&url) {
            return self.stress(Frame::Link { url, inlines: Vec::new() });
        }
        self.refuse(at, "link to `https://…`, `http://…` or `mailto:…`: other links keep their words only");
        Frame::Plain
    }

    fn end(&mut self, tag: TagEnd) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        if matches!(tag, TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::List(_)) {
            self.close_implied();
        }
        self.close();
    }

    fn refuse(&mut self, at: Span, why: &'static str) {
        let at = Span::new(at.start.saturating_sub(self.guard), at.end.saturating_sub(self.guard));
        self.refused.push((at, why));
    }

    fn words(&mut self, words: &str) {
        if let Some(Frame::Code(text)) = self.open.last_mut() {
            text.push_str(words);
            return;
        }
        if words.is_empty() {
            return;
        }
        if self.cites.is_some() {
            self.paragraph();
            return;
        }
        match self.inlines().last_mut() {
            Some(Inline::Text { text }) => text.push_str(words),
            _ => self.inline(Inline::Text { text: words.to_owned() }),
        }
    }

    fn inline(&mut self, inline: Inline) {
        if self.cites.is_some() {
            self.paragraph();
        } else {
            self.inlines().push(inline);
        }
    }

    /// The run of words that is being written; a paragraph opens if there is none.
    fn inlines(&mut self) -> &mut Vec<Inline> {
        self.paragraph();
        let innermost = self.open.iter_mut().rev().find_map(|frame| match frame {
            Frame::Paragraph { inlines, .. } | Frame::Link { inlines, .. } => Some(inlines),
            Frame::Emphasis(inlines) | Frame::Strong(inlines) => Some(inlines),
            _ => None,
        });
        innermost.expect("a paragraph is open, since one was opened above")
    }

    fn paragraph(&mut self) {
        let holder = self.open.iter().rev().find(|frame| !matches!(frame, Frame::Plain));
        let holds_blocks = match holder {
            Some(Frame::Quote(_) | Frame::Item(_) | Frame::List { .. } | Frame::Code(_)) | None => true,
            Some(_) => false,
        };
        if holds_blocks {
            // Below the frames that keep no words of their own, so that it outlives them.
            let plain = self.open.iter().rev().take_while(|frame| matches!(frame, Frame::Plain)).count();
            let at = self.open.len() - plain;
            self.open.insert(at, Frame::Paragraph { inlines: Vec::new(), implied: true });
        }
    }

    fn close_implied(&mut self) {
        if matches!(self.open.last(), Some(Frame::Paragraph { implied: true, .. })) {
            self.close();
        }
    }

    fn close(&mut self) {
        match self.open.pop() {
            Some(Frame::Paragraph { inlines, .. }) => self.block(Block::Paragraph { inlines }),
            Some(Frame::Quote(blocks)) => self.block(Block::Quote { blocks }),
            Some(Frame::List { ordered, start, items }) => self.block(Block::List { ordered, start, items }),
            Some(Frame::Code(text)) => {
                self.block(Block::Code { text: text.trim_end_matches('\n').to_owned() });
            }
            Some(Frame::Item(blocks)) => self.item(blocks),
            Some(Frame::Emphasis(inlines)) => self.inline(Inline::Emphasis { inlines }),
            Some(Frame::Strong(inlines)) => self.inline(Inline::Strong { inlines }),
            Some(Frame::Link { url, inlines }) => self.inline(Inline::Link { url, inlines }),
            Some(Frame::Plain) | None => {}
        }
    }

    fn item(&mut self, blocks: Vec<Block>) {
        if self.cites.is_some() {
            return;
        }
        match self.open.last_mut() {
            Some(Frame::List { items, .. }) => items.push(blocks),
            _ => blocks.into_iter().for_each(|block| self.block(block)),
        }
    }

    fn block(&mut self, block: Block) {
        if self.cites.is_some() {
            return;
        }
        let holder = self.open.iter_mut().rev().find_map(|frame| match frame {
            Frame::Quote(blocks) | Frame::Item(blocks) => Some(blocks),
            _ => None,
        });
        holder.unwrap_or(&mut self.done).push(block);
    }
}

fn begins_a_block(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::List(_)
            | Tag::Item
    )
}
