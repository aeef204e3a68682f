"""English words that tell a measure from a fragment of a sentence."""

from __future__ import annotations

# A group of words that ends in one of these names what is measured, wherever it stands.
NOUNS = frozenset(
    """
    absorption accuracy age ages airflow alcohol altitude amount angle area aperture backlash bandwidth battery
    bore brightness budget calories capacity carbohydrate caffeine charge chest circumference clearance clock
    coefficient concentration conductivity consumption contrast content cost count coverage current cutting cycle
    cycles deadline deflection density depth deviation diameter diagonal dimension dimensions discharge displacement
    distance draw dose dosage drain duration efficiency elevation emission emissions endurance energy error
    expansion exposure fee flow focal footprint force framerate frequency gain gauge girth growth hardness head height
    hip hips horsepower humidity illumination illuminance impedance income inductance inflow inseam intake intensity
    interval latency leakage length life lifespan lifetime lift limit load loss loudness lumens luminance magnification
    mass memory mileage mix noise opacity output overhang overlap payload payback penetration performance period pitch
    power pressure price pulse radius ram range rate rating ratio reading refresh resistance resolution
    retention revenue rise rom rotation runtime salary salt savings saturation sensitivity serving servings shelf shipping size
    sodium span speed spread standby storage strain strength stroke suction sugar sweep talktime tank tare temperature
    tension thickness throughput thrust time tolerance torque travel uptime usage use velocity view viscosity voltage volume
    waist wait warranty wattage wavelength wear weight wheelbase width wingspan workload yield zoom playtime playback
    autonomy axle turnaround reduction removal recovery response lag boost read write download upload fill fat fibre fiber protein breathability
    """.split()
)
# Behind a number these name a measure only together with another word: "1 ms response time", not "10 minutes time".
PAIRED = frozenset(
    """
    age ages amount battery boost charge count cost current cutting cycle cycles draw fee fill fat fibre fiber
    focal force head hip hips lag life lift limit loss mass mix period rate rating reading reduction
    removal rise rotation salt serving servings shelf shipping size span speed spread strain stroke sugar tank time
    travel usage use view wait wear yield head recovery response removal performance coverage read write download upload protein sodium alcohol calories lumens
    """.split()
)
# Words between a name and its number that say nothing of what is measured: hedges, statistics, "of".
HEDGES = frozenset(
    """
    of about around approx approximately roughly nearly almost some up over under below above than more less least most
    only just max min rated typical average maximum minimum top peak within between circa ca est estimated no not
    exceeding as low high little much many fast long starting typically usually averaging averages exactly still
    currently actual full to
    """.split()
)
# The same, but behind an open class of words: "serves at", "Serum with".
TRIMMED = HEDGES | frozenset("is are was were be at in for with from by the a an now equals".split())
# Verbs that may lead from what is measured to the number: what stands before them has to be a measure.
LINKS = frozenset(
    """
    is are was were be reaches reach reached exceeds exceed drops drop dropped rises rose falls fell increases increase
    increased decreases decrease decreased reduced reduces improves improved measures remains stays grows grew averages
    equals now still currently cut cuts lowered lowers raised raises
    """.split()
)
# None of these belongs to a name; a group of words ends at one.
STOPS = TRIMMED | LINKS | frozenset(
    """
    after before until till since during through throughout across along among amid against into onto upon off out
    per via without beyond beside behind near toward towards like plus minus versus vs while when where which who whose
    that this these those there here it its we our us you your they their them he his him she her i my me one each every
    either both all any other another same such own if and or but so nor yet because although though unless whether
    then than thus also even ever never always often once twice again too very quite rather really simply
    first second third fourth next last previous following additional extra another
    has have had having do does did done can could will would may might must shall should being been am
    run runs ran lasts holds hold held weighs weigh weighing weighed lifts boils boil saves save saved costs takes take took
    reduce support supports deliver delivers delivered survives survive carries carry carried contains contain
    containing gets get got goes go went store stores stored works work worked ships ship shipped used uses using pays pay paid
    keeps keep kept makes make made gives give gave given comes come came allows allow lets let provides provide
    provided produces produce produced offers offer offered features feature featuring includes include including
    included requires require required needs need add adds added bake cook boil serve serves serving buy buys bought
    sell sells sold order orders apply applies applied mix stir heat cool wash wait enjoy choose pick try
    spend spent win won pay earn earns drew draws hits hit flies fly flew reads read covers cover covered warms
    warm fits fit fills charges charging lowers grown grow built build drives drive handles handle serves meets
    measure measuring suits grew sits stands stand hangs extends extend expands folds packs pack removes remove resists resist
    achieves achieve operates operate accepts accept starts start ends end begins begin finishes finish returns return
    recommended trusted improve replace replaces crafted please accurate available suitable compatible equipped ideal perfect
    deep thick wide tall wider longer higher faster heavier lighter thinner older younger
    join see find meet discover invest donate collect visit call send sent receive cancel turn press switch move moves
    install plug set sets leave leaves left drink eat sleep walk ride
    today tomorrow yesterday nightly daily weekly monthly yearly annually
    down back away apart together ago later earlier soon free
    """.split()
) - frozenset("serving mix wash".split())  # fmt: skip
# Labels that announce a remark and not a measure.
REMARKS = frozenset(
    """
    note notes tip tips warning caution important attention remark remarks update new sale example e.g eg i.e ie
    hint ps disclaimer q a faq review deal bonus
    """.split()
)
# Labels that announce a list: its first number is measured by the words between.
LISTS = frozenset(
    "features feature specs spec specification specifications details description product item model includes included"
    " overview highlights summary contents name".split()
)
# What makes a label a sentence.
SENTENCE = frozenset(
    "is are was were has have had can will would may must should it we you they he she i this that these those there"
    " your our my their please if when while".split()
)
