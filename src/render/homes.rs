//! Where on the page is each note printed whole, when it is cited many times?

use crate::briefing::Briefing;
use crate::briefing::view::Cite;

/// For each note, by its number less one: the turn of the cite beside which it is printed whole.
///
/// That is beside the summary, else beside the fact that it proves, since there a reader looks for the proof; a table
/// or a difference repeats what is proved elsewhere, and is a note's home only if nothing else cites it.
pub(super) fn homes(briefing: &Briefing) -> Vec<usize> {
    let mut homes = vec![0; briefing.notes.len()];
    for cite in in_order_of_claim(briefing) {
        if let Some(home) = cite.note.checked_sub(1).and_then(|at| homes.get_mut(at))
            && *home == 0
        {
            *home = cite.turn;
        }
    }
    homes
}

fn in_order_of_claim(briefing: &Briefing) -> impl Iterator<Item = &Cite> {
    let brief = briefing.brief.iter().flat_map(|passage| &passage.cites);
    let facts = briefing.sections.iter().flat_map(|section| &section.facts);
    let facts = facts.flat_map(|fact| fact.cites.iter().chain(&fact.disputes));
    let judgements = briefing.judgements.iter().flat_map(|judgement| &judgement.passage.cites);
    let figures = briefing.figures.iter().flat_map(|figure| &figure.cites);
    let sides = briefing.differences.iter().flat_map(|difference| &difference.sides);
    let intros = briefing.sections.iter().flat_map(|section| &section.intro);
    let rows = briefing.chronology.rows.iter().flat_map(|row| &row.cites);
    let more = judgements.chain(figures).chain(sides.flat_map(|side| &side.cites));
    brief.chain(facts).chain(more).chain(intros.flat_map(|passage| &passage.cites)).chain(rows)
}
