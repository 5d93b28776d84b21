"""The words and sentences that invented entries are made of.

A name is a modifier, a matter and a thing: "Shared supplier register". In a sentence, `{…}`
stands for a word of `WORDS`, `{name}` for the term itself, and `{link}` and `{other}` for
another term, as a reference and in plain words.
"""

MODIFIERS = (
    "adaptive", "ambient", "annual", "audited", "balanced", "blended", "central", "certified",
    "civic", "common", "conditional", "continuous", "curated", "deferred", "delegated", "direct",
    "distributed", "dynamic", "early", "elastic", "federated", "fixed", "flexible", "formal",
    "graded", "guided", "hybrid", "implicit", "indexed", "integrated", "joint", "layered", "local",
    "managed", "modular", "mutual", "nested", "open", "parallel", "partial", "phased", "portable",
    "preventive", "provisional", "public", "recurring", "regional", "rolling", "seasonal",
    "shared", "silent", "staged", "standard", "structured", "temporary", "tiered", "unified",
    "verified", "voluntary", "weighted",
)  # fmt: skip

MATTERS = (
    "access", "asset", "budget", "campaign", "capacity", "claim", "consent", "content", "contract",
    "customer", "data", "delivery", "demand", "document", "energy", "enquiry", "equipment",
    "event", "feedback", "fleet", "grant", "incident", "inventory", "invoice", "knowledge",
    "learning", "licence", "maintenance", "market", "meeting", "member", "message", "order",
    "payment", "permit", "planning", "policy", "price", "product", "project", "quality", "record",
    "release", "research", "response", "risk", "roster", "safety", "service", "skill", "staff",
    "stock", "supplier", "survey", "task", "training", "transport", "vendor", "volunteer", "water",
)  # fmt: skip

THINGS = (
    "agreement", "archive", "audit", "board", "briefing", "calendar", "catalogue", "charter",
    "checklist", "cycle", "dashboard", "forecast", "framework", "index", "inventory", "ledger",
    "library", "map", "matrix", "model", "network", "notice", "panel", "pipeline", "playbook",
    "pool", "profile", "protocol", "queue", "register", "report", "review", "rotation", "schedule",
    "scorecard", "sequence", "standard", "summary", "template", "threshold",
)  # fmt: skip

TAGS = (
    "accounts", "audit", "budget", "communication", "compliance", "cost", "customers", "delivery",
    "evidence", "forecasting", "governance", "hiring", "innovation", "logistics", "measurement",
    "operations", "people", "planning", "privacy", "procurement", "quality", "reporting",
    "research", "risk", "safety", "scheduling", "security", "suppliers", "sustainability",
    "training",
)  # fmt: skip

CATEGORIES = {
    "people-and-teams": ("People and teams", "Who does the work, and how they agree on it."),
    "money-and-contracts": ("Money and contracts", "What is paid, promised and owed."),
    "goods-and-places": ("Goods and places", "What is kept, moved and looked after."),
    "plans-and-decisions": ("Plans and decisions", "How a choice is prepared and recorded."),
    "records-and-evidence": ("Records and evidence", "What is written down, and for whom."),
    "service-and-feedback": ("Service and feedback", "What customers ask for and what they say."),
    "risk-and-safety": ("Risk and safety", "What may go wrong, and what is done beforehand."),
    "measures-and-reports": ("Measures and reports", "How one can tell whether it works."),
}

REGIONS = {
    "AU": ("Australia", "Privacy Act 1988 (Cth)", "https://www.legislation.gov.au/C2004A03712"),
    "AU-NSW": ("New South Wales", "State Records Act 1998 (NSW)", "https://legislation.nsw.gov.au"),
    "AU-VIC": ("Victoria", "Public Records Act 1973 (Vic)", "https://www.legislation.vic.gov.au"),
    "EU": (
        "European Union",
        "Regulation (EU) 2016/679",
        "https://eur-lex.europa.eu/eli/reg/2016/679",
    ),
    "NZ": ("New Zealand", "Public Records Act 2005", "https://www.legislation.govt.nz"),
    "US": ("United States", "Paperwork Reduction Act", "https://www.govinfo.gov"),
}

WORDS = {
    "who": (
        "a council", "a regional hospital", "a small publisher", "a freight company", "a museum",
        "a chain of bakeries", "a housing cooperative", "a university library", "a charity",
        "a building firm", "a ferry operator", "a theatre", "a wholesaler", "a travel agency",
        "a water utility", "a language school", "a repair workshop", "a dairy", "a call centre",
        "an accounting practice", "an insurer", "an event agency", "an orchard", "an airport",
    ),
    "role": (
        "the team leader", "the duty manager", "the finance officer", "the night shift",
        "the project office", "the front desk", "the procurement team", "the editor on duty",
        "the board", "the branch manager", "the site supervisor", "the records officer",
        "the new starter", "the auditor", "the customer service team", "the analyst",
    ),
    "object": (
        "requests", "invoices", "rosters", "complaints", "quotations", "inspection notes",
        "delivery slips", "applications", "meeting notes", "price lists", "test results",
        "handover notes", "timesheets", "purchase orders", "photographs", "survey answers",
        "service calls", "maintenance plans", "contracts", "training records", "estimates",
    ),
    "quality": (
        "complete", "easy to find", "comparable", "up to date", "easy to check", "consistent",
        "simple to hand over", "open to challenge", "fair to newcomers", "cheap to maintain",
        "robust against staff changes", "quick to read", "safe to share", "traceable",
    ),
    "gain": (
        "fewer surprises at the end of the month", "shorter meetings", "less double handling",
        "a clear answer when an auditor asks", "quicker decisions", "calmer weekends",
        "a fairer share of the work", "better prices from suppliers", "fewer lost documents",
        "less waste", "trust between branches", "time for the hard cases", "steadier cash flow",
    ),
    "cost": (
        "an hour a week for somebody careful", "a day of training", "some patience at the start",
        "a modest licence fee", "the attention of a manager", "a clean-up of old files",
        "two meetings with every supplier", "a clear rule about exceptions", "a pilot of six weeks",
        "the work of writing things down", "a person who may say no",
    ),
    "trouble": (
        "two branches count the same thing twice", "nobody knows which version is valid",
        "the busiest person becomes the bottleneck", "figures arrive after the decision",
        "old exceptions turn into the rule", "customers hear three different answers",
        "the work depends on one person's memory", "small errors add up quietly",
        "urgent cases push out important ones", "the same question is asked every week",
    ),
    "time": (
        "every Monday", "at the end of each quarter", "once a season", "before each delivery",
        "after every incident", "twice a year", "within a day", "at the start of a project",
        "whenever a supplier changes", "before the budget is set", "in the first week",
    ),
    "place": (
        "in the shared folder", "at the weekly meeting", "on the shop floor", "in the contract",
        "in the annual report", "on the intranet", "at the counter", "in the tender documents",
        "in the handover book", "on a single page", "in the monthly newsletter",
    ),
    "verb": (
        "collect", "compare", "approve", "sort", "publish", "review", "archive", "forward",
        "check", "count", "describe", "estimate", "schedule", "summarise", "label", "correct",
    ),
    "verbing": (
        "collecting", "comparing", "approving", "sorting", "publishing", "reviewing", "archiving",
        "forwarding", "checking", "counting", "describing", "estimating", "scheduling",
    ),
    "like": (
        "a kitchen that writes its orders on one board", "a choir with one conductor",
        "a library that shelves a book in one place", "a harbour with a single pilot station",
        "a garden planned on paper before the first seed", "a relay team that practises the baton",
        "a railway timetable that every station prints", "a map with a legend",
        "a workshop where every tool has its outline on the wall", "a recipe with exact weights",
    ),
    "number": ("two", "three", "four", "five", "six", "seven", "a dozen", "twenty", "fifty"),
}  # fmt: skip

KINDS = (
    "An agreed way of {verbing} {object} so that they stay {quality} and {quality}",
    "A working method by which {role} and its partners {verb} {object} {time}",
    "A shared set of rules for {verbing} {object}, kept {place} and revised {time}",
    "The practice of {verbing} {object} {time}, so that the results are {quality}",
    "A written arrangement that says who may {verb} {object}, and what happens next",
    "One place in which {object} are kept {quality}, and from which everybody works",
)

STATEMENTS = (
    "It began as a habit of {role} and became a rule when {trouble}.",
    "With it, {role} can {verb} {object} {time} without asking anybody.",
    "The point is not to {verb} more {object}, but to keep them {quality}.",
    "What makes it work is that {object} are {quality} and that {role} looks at them {time}.",
    "Most organisations start with {number} kinds of {object} and add others later.",
    "It sits close to {link}, but it answers another question.",
    "Where {link} is already in use, much of the groundwork has been done.",
    "Many people meet {other} first and only then ask about the {name}.",
    "A good {name} fits on one page and is read aloud once before it is adopted.",
    "In return for {cost}, the organisation gets {gain}.",
    "The rule is simple: {role} may {verb} {object}, and everybody else may read them.",
    "It is written down {place}, where {role} can find it {time}.",
    "Without it, {trouble}, and nobody notices until the figures are due.",
    "Together with {link}, it gives {gain}.",
    "{number} questions are enough to tell whether the {name} is alive.",
    "Some teams draw it as a picture; others keep {object} in a plain list.",
    "It works best where {object} arrive steadily and must stay {quality}.",
    "The hard part is not {verbing} {object}; it is agreeing on what counts.",
    "A pilot shows within weeks whether {object} become {quality}.",
    "When {trouble}, look at the {name} before you look for somebody to blame.",
)

SCENES = (
    "You meet it when {role} asks you to {verb} {object} {time}.",
    "At {who}, the {name} lives {place} and is opened {time}.",
    "In tenders it appears as a promise that {object} will be {quality}.",
    "{who} used it to {verb} {object} across {number} sites, and got {gain}.",
    "It is often mentioned in one breath with {other}, though the two differ.",
    "Ask {role} how {object} are kept {quality}; the answer is usually the {name}.",
    "When {who} changed its supplier, the {name} told everybody what to {verb} first.",
    "New staff see it {place}, next to {link}.",
)

BUSINESS = (
    "Budget for {cost}, not only for software.",
    "Somebody must own it: usually {role}, who reports {time}.",
    "The risk lies where {trouble}; a short review {time} keeps it small.",
    "The return shows as {gain}, seldom as a line in the accounts.",
    "Suppliers sell it as a product, but {cost} cannot be bought.",
    "Decide early who may {verb} {object} and who only reads them.",
    "A contract should say that {object} stay {quality} when the supplier changes.",
)

SITUATIONS = (
    "{trouble}, and a reminder has not helped.",
    "you {verb} more than {number} sets of {object} {time}.",
    "several branches must {verb} {object} in the same way.",
    "{role} needs {object} that are {quality}.",
    "a contract asks you to keep {object} {quality}.",
    "you expect {gain} and can afford {cost}.",
    "the same {object} are asked for {time}.",
    "nobody can say which {object} are {quality}.",
)

REASONS = (
    "It costs {cost}, and that pays only where {object} are many.",
    "The result is {gain}.",
    "Then {object} stay {quality}, whoever is on duty.",
    "Otherwise {trouble}.",
    "People follow what they can see {place}.",
)

MISTAKES = (
    "Starting with software instead of asking {role} how {object} are used.",
    "{verbing} {object} that nobody will ever read.",
    "Leaving it to {role} alone, until {trouble}.",
    "Copying the {name} of another organisation word for word.",
    "Revising it {time}, so that nobody knows what holds today.",
)

REMEDIES = (
    "Begin with {number} real {object} and {verb} them together.",
    "Write down {place} why each kind of {object} is kept.",
    "Let {role} show how it is done, then agree on the rule.",
    "Fix a day for changes: {time} is often enough.",
)

BELIEFS = (
    "The {name} is only for large organisations.",
    "Once it is written, the {name} looks after itself.",
    "It replaces {other}.",
    "It is a matter for {role} and nobody else.",
    "It makes {object} {quality} by itself.",
)

TRUTHS = (
    "Even {who} with {number} people gains from it, because {trouble}.",
    "It needs {cost}, {time}.",
    "They answer different questions; many use both to {verb} {object}.",
    "It touches everybody who has to {verb} {object}.",
)

STEPS = (
    ("Gather", "Collect the {object} of the last {number} weeks, without tidying them."),
    ("Sort", "Decide with {role} which {object} belong together, and give each kind a name."),
    ("Agree", "Write the rule {place}: who may {verb} {object}, and {time}."),
    ("Try", "Use it for {number} weeks at one site, next to the old way."),
    ("Compare", "Check whether {object} have become {quality}; ask {role} first."),
    ("Hand over", "Name an owner, and put a review {time} into the calendar."),
)

CONTEXTS = (
    "In a budget meeting", "At the counter", "In an e-mail to a supplier", "During an audit",
    "At a handover", "In a job interview", "In a tender", "At the end of a project",
)  # fmt: skip

SAYINGS = (
    "“Before we {verb} the {object}, let us see what the {name} says.”",
    "“Our {name} is {quality}, but {role} has not opened it since spring.”",
    "“If {trouble}, we do not need more people; we need our {name}.”",
    "“Show me the {object} from last quarter, and I shall tell you whether they are {quality}.”",
)

POINTS = (
    "Agree on the rule before you {verb} anything.",
    "Keep {object} {quality}; the rest follows.",
    "Name one owner, and review it {time}.",
    "It costs {cost} and brings {gain}.",
    "Start with {number} {object}, not with all of them.",
    "It does not replace {link}.",
)

QUESTIONS = (
    ("How long does it take to introduce?", "Most teams need {cost} and see {gain} after that."),
    ("Who should own it?", "Usually {role}, as long as somebody may {verb} {object} in between."),
    ("Do we need special software?", "No. A list {place} will do until {trouble}."),
    ("How often should it be reviewed?", "Reviews {time} are usual; sooner if {trouble}."),
    ("What does it cost?", "Above all {cost}. Count the {object} you {verb} {time} first."),
    ("How is it different from its neighbours?", "Compare it with {link}, which keeps {object}."),
)

REGIONAL = (
    "{object} about people may be kept only as long as the law allows; {role} answers for it.",
    "Public bodies must keep {object} {quality} and show them on request, usually {time}.",
    "Contracts here usually say who may {verb} {object}, and where they are stored.",
    "Small organisations are exempt in part, yet most of them {verb} {object} all the same.",
)

CRITERIA = (
    ("Time to start", "How long until the first useful result."),
    ("Cost in a year", "Licences, training and people's time together."),
    ("Upkeep", "What has to be done to keep it right."),
    ("Fit for small teams", "Whether a handful of people can run it."),
    ("Evidence", "How well it stands up in an audit."),
    ("Room to grow", "What happens when the amounts double."),
)

CELLS = (
    "Needs {cost}", "Good when {object} are few", "Keeps {object} {quality}", "Weak if {trouble}",
    "Done {time}", "Gives {gain}", "Depends on {role}", "Works {place}",
)  # fmt: skip
