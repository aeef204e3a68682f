"""The playbook: which facts first, which angle, what opens and what closes, for each situation and place. Data, editable.

    channels    where the text is met: its fields, how long each may be and how the place counts
    topics      what facts are about, and what each kind does for a customer: gain given, cost taken away
    stages · lifecycles · motives · purposes      what each calls for, as weights that are added up

A team's own folder with files of the same names stands in for ours, entry by entry.

The method has its place in the product. A place is a module or what stands in one, a field of the persona or the
brief, a file of this playbook by its name, or an angle that opens a text:

    M1   assistant.comparisons                       a familiar measure beside each bare figure; the ladder
    M2   assistant.praise                            what says nothing is flagged, with the question and the evidence
    M3   Persona.evidence, assistant.lint.voice      without customers' words a guess; "we" beside "you"
    M4   assistant.personas.listen                   pains, wants and words out of reviews
    M5   angles.quote, assistant.checks.quotes       customers' words in the copy, unaltered, with their source
    M6   assistant.plan.asking                       what the text cannot answer, as questions
    M7   Persona.who, Persona.knows_by_feel          the portrait; what is known by feel picks the references
    M8   Persona.motives, motives                    practical, novelty, competitive; two at once
    M9   Persona.cares_about, topics                 product, trust, responsiveness, expertise, human touch
    M10  topics, Persona.costs                       what is gained; what it takes away: money, time, effort, worry
    M11  Persona.values, Persona.contradictions, Persona.moments      a whole life; no scolding
    M12  Persona.community, Persona.vocabulary, assistant.checks.repetition      from within; no slogan over and over
    M13  Brief.stage, stages                         each asks for other content
    M14  channels, assistant.checks.places           each place has its length and its manners
    M15  Brief.lifecycle, lifecycles                 introduction, growth, maturity, decline
    M16  Brief.purpose, purposes                     launch, image, share
    M17  assistant.checks                            nothing that the facts do not carry; no running down of others
    M18  assistant.draft, evals                      variants to try; judged by what a reader understands
"""

from assistant.playbook.book import OTHER, Call, Playbook
from assistant.playbook.counting import Counts, count_text
from assistant.playbook.entries import ChannelEntry, Emphasis, FieldShape, Limit, TopicEntry
from assistant.playbook.loading import load_playbook

__all__ = [
    "OTHER",
    "Call",
    "ChannelEntry",
    "Counts",
    "Emphasis",
    "FieldShape",
    "Limit",
    "Playbook",
    "TopicEntry",
    "count_text",
    "load_playbook",
]
