"""What the compiler of checklists says, by a part that tells it apart, with the sentence we say instead."""

from __future__ import annotations

import re

from inspector_app.domain.wording import Sentence, sentence


def _known(pattern: str, column: str, told: Sentence) -> tuple[re.Pattern[str], str, Sentence]:
    return re.compile(pattern, re.DOTALL), column, told


# Each pattern is a distinctive part of what pyxform 4.5 says; its groups fill the sentence.
KNOWN = (
    _known(
        r"Question with no type",
        "type",
        sentence("The type is missing. Write what is asked for, such as text or integer."),
    ),
    _known(
        r"Missing calculation",
        "calculation",
        sentence("A calculation is missing. Write the expression it stands for."),
    ),
    _known(
        r"Question or group with no name",
        "name",
        sentence("The name is missing. Expressions and answers need it."),
    ),
    _known(
        r"Names must begin with a letter or underscore",
        "name",
        sentence("A name begins with a letter and has letters, digits, _, - and . only. Change it."),
    ),
    _known(
        r"must be unique within their nearest parent",
        "name",
        sentence("Another question of the same group has this name. Give it one of its own."),
    ),
    _known(
        r"'name' value '(?P<value>[^']*)' is invalid\. Repeat names must not be the same as the survey",
        "name",
        sentence("The form itself is called {value}; a repeat cannot be. Rename it.", value=""),
    ),
    _known(
        r"'name' value '(?P<value>[^']*)' is invalid\. Repeat names must unique",
        "name",
        sentence(
            "Another repeat is called {value} too. Names of repeats differ in the whole form.", value=""
        ),
    ),
    _known(
        r"The name 'meta' is reserved",
        "name",
        sentence("The name meta belongs to the form itself. Choose another."),
    ),
    _known(
        r"Choices must have a name",
        "name",
        sentence("The choice has no name. Write what is stored when it is chosen."),
    ),
    _known(
        r"Choice names must be unique",
        "name",
        sentence(
            "Another choice of the list has this name. Rename one, or write yes under "
            "allow_choice_duplicates on the sheet settings."
        ),
    ),
    _known(
        r"Choice names with spaces cannot be added.*See \[(?P<name>.*?)\] in \[(?P<list>.*?)\]",
        "name",
        sentence(
            "The choice {name} of the list {list} has a blank in its name. Where several may be chosen, "
            "names have none.",
            name="",
            list="",
        ),
    ),
    _known(
        r"Unmatched 'end_(?P<kind>\w+)'",
        "type",
        sentence("This ends a {kind} that does not begin above it.", kind=""),
    ),
    _known(
        r"Unmatched 'begin_(?P<kind>\w+)'",
        "type",
        sentence("This {kind} is never ended. Add a row end_{kind}.", kind=""),
    ),
    _known(
        r"Parameters must be in the form of",
        "parameters",
        sentence("Parameters are written as name=value, with blanks between them."),
    ),
    _known(
        r"accepted parameter keys for this question type are '(?P<known>.*?)'\. "
        r"The following are invalid parameter key\(s\): '(?P<wrong>.*?)'",
        "parameters",
        sentence("This type has no parameter {wrong}. It has: {known}.", wrong="", known=""),
    ),
    _known(
        r"'range' question type, the parameter '(?P<name>[^']*)' must be a number",
        "parameters",
        sentence("The parameter {name} must be a number.", name=""),
    ),
    _known(
        r"the parameter '(?P<name>[^']*)' must not be '0'",
        "parameters",
        sentence("The parameter {name} must not be 0.", name=""),
    ),
    _known(
        r"the parameter '(?P<name>[^']*)' must not be larger than the range",
        "parameters",
        sentence("The parameter {name} is larger than the whole scale from start to end.", name=""),
    ),
    _known(
        r"the parameter '(?P<name>[^']*)' must be a multiple of 'step'",
        "parameters",
        sentence("The parameter {name} must be a multiple of step.", name=""),
    ),
    _known(
        r"the parameter '(?P<name>[^']*)' must be between the 'start' and 'end'",
        "parameters",
        sentence("The parameter {name} must lie between start and end.", name=""),
    ),
    _known(
        r"tick_labelset' must be a choice list name",
        "parameters",
        sentence("tick_labelset names a list of the sheet choices."),
    ),
    _known(
        r"choice values must all be numbers|tick_labelset.*must (?:have only 2 items|be between|be equal)|"
        r"tick_labelset' choice list values may only",
        "parameters",
        sentence(
            "The choices of tick_labelset must be numbers that stand on the scale; without ticks only its "
            "first and its last."
        ),
    ),
    _known(
        r"'tick_interval', 'placeholder', and 'tick_labelset' are only supported",
        "parameters",
        sentence("tick_interval, placeholder and tick_labelset need a scale without picker or rating."),
    ),
    _known(
        r"Parameter (?P<name>[\w-]+) must have an integer value",
        "parameters",
        sentence("The parameter {name} must be a whole number.", name=""),
    ),
    _known(
        r"(?P<name>[\w-]+) must be set to true or false",
        "parameters",
        sentence("The parameter {name} is true or false.", name=""),
    ),
    _known(
        r"Invalid value for (?P<name>quality)\.",
        "parameters",
        sentence("The parameter {name} has a value that is not known.", name=""),
    ),
    _known(
        r"seed value must be a number",
        "parameters",
        sentence("The parameter {name} is a number or a reference to a question.", name="seed"),
    ),
    _known(
        r"to use a seed",
        "parameters",
        sentence("The parameter seed needs randomize=true beside it."),
    ),
    _known(
        r"the audit, 'location-priority'",
        "parameters",
        sentence(
            "An audit with places needs location-priority, location-min-interval and "
            "location-max-age together."
        ),
    ),
    _known(
        r"Audits must always be named 'audit",
        "name",
        sentence("An audit has no name of its own. Leave the cell empty."),
    ),
    _known(
        r"Headers that are different names for the same column were found: "
        r"'(?P<other>[^']*)', '(?P<header>[^']*)'",
        "",
        sentence("The columns {other} and {header} mean the same. Delete one of them.", other="", header=""),
    ),
    _known(
        r"for sheet: '(?P<sheet>[^']*)'\. One or more required column headers were not found: "
        r"(?P<missing>.*?)\. ",
        "",
        sentence("On the sheet {sheet} no column is called {missing}.", sheet="", missing=""),
    ),
    _known(
        r"for sheet: '(?P<sheet>[^']*)'\. For XLSForms, this may be due a missing header row",
        "",
        sentence("The sheet {sheet} has no names of columns in its first row.", sheet=""),
    ),
    _known(
        r"Column headers must not be empty and must not contain spaces",
        "",
        sentence("A column of the sheet choices has no name, or one with a blank in it."),
    ),
    _known(
        r"Duplicate column header: (?P<column>.*)",
        "",
        sentence("Two columns are called {column}. Delete one or rename it.", column=""),
    ),
    _known(
        r"Reference variables must start with",
        "",
        sentence("A reference is not closed. Write {reference}.", reference="${name}"),
    ),
    _known(
        r"Reference variable lists must have a comma",
        "",
        sentence("Several references in one cell need a comma between them."),
    ),
    _known(
        r"(?:Could not find the name|There is no survey element named) '(?P<name>[^']*)'",
        "",
        sentence("No question is called {name}.", name=""),
    ),
    _known(
        r"(?:There are multiple survey elements named|must be unique anywhere in the 'survey'\. The name) "
        r"'(?P<name>[^']*)'",
        "",
        sentence(
            "Several questions are called {name}, so nobody can tell which one is meant. Rename them.",
            name="",
        ),
    ),
    _known(
        r"There should be a choices sheet",
        "",
        sentence("There is no sheet called choices. It holds the choices, a row for each."),
    ),
    _known(
        r"You must have a sheet named 'survey'|does not appear to be a valid XLSForm",
        "",
        sentence("There is no sheet called survey. It holds the questions, a row for each."),
    ),
    _known(
        r"List name not in choices sheet: (?P<list>\S+)",
        "type",
        sentence("There is no list of choices called {list}. Write it on the sheet choices.", list=""),
    ),
    _known(
        r"external_choices sheet|external choices sheet",
        "type",
        sentence(
            "select_one_external needs a sheet external_choices with this list. "
            "select_one_from_file reads a table beside the checklist instead."
        ),
    ),
    _known(
        r"File name for '(?P<select>\S+) (?P<file>.*?)' should end with",
        "type",
        sentence("The file {file} must end with .csv or .xml.", file=""),
    ),
    _known(
        r"Unknown question type '(?P<kind>.*?)'",
        "type",
        sentence("There is no type {kind}. The types are listed in the guide to XLSForm.", kind=""),
    ),
    _known(
        r"survey element named '(?P<name>[^']*)' has no label or hint",
        "label",
        sentence("The question {name} has no text. Write a label.", name=""),
    ),
    _known(
        r"specify an image for the survey element named (?P<name>\S+)\.",
        "",
        sentence("The question {name} has a big-image without an image.", name=""),
    ),
    _known(
        r"Choice filter not supported with or_other|choices for this 'or other' question",
        "type",
        sentence("or_other needs a list of the sheet choices and no choice_filter."),
    ),
    _known(
        r"table-list appearance|Badly formatted table list",
        "appearance",
        sentence("All questions of a table-list use the same list, without a choice_filter."),
    ),
    _known(
        r"Repeat loop without list name|List name not in columns sheet",
        "type",
        sentence("A loop needs a list of choices to go over. A repeat needs none."),
    ),
    _known(
        r"The same instance id will be generated.*Instance name: '(?P<name>[^']*)'",
        "",
        sentence("Two tables or lists are called {name}. Rename one of them.", name=""),
    ),
    _known(
        r"question \$\{(?P<name>[^}]*)\} is not user-visible",
        "trigger",
        sentence("The question {name} is never shown, so it triggers nothing.", name=""),
    ),
    _known(
        r"uses? '?search\(\)'?|using 'search\(\)'",
        "appearance",
        sentence("search() as an appearance cannot be used here. Use select_one_from_file instead."),
    ),
    _known(
        r"'save_to'|'entities' sheet|Names used here must not",
        "",
        sentence(
            "The table writes to lists of entities, which this program does not keep. Delete the column "
            "save_to and the sheet entities."
        ),
    ),
    _known(
        r"omit instanceID",
        "",
        sentence("omit_instanceID cannot be set where submissions are encrypted."),
    ),
    _known(
        r"Android package name",
        "parameters",
        sentence("The parameter app names an Android package, such as org.example.camera."),
    ),
    _known(
        r"Error reading \.\w+ file",
        "",
        sentence("The file is damaged or is no table."),
    ),
)
