"""English words of which no term is made, and which say what stands beside them."""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A noun, or what belongs to one, follows these.
DETERMINERS: Final = _words(
    """
    a all an another any bad best better big both each eight either enough every few five four
    good her his its large less long many more most much my neither new nine no old one other our
    own same seven several short six small some such ten that the their these this those three two
    what which whole whose your
    """
)
# A verb follows these.
BEFORE_VERBS: Final = _words(
    """
    also can cannot could did do does he i it let lets may might must never not please shall she
    should then they to we who will would you
    """
)
FUNCTION: Final = (
    DETERMINERS
    | BEFORE_VERBS
    | _words(
        """
    about above across after again against ahead along already although always am among and anyone
    anything anywhere apart are aren't around as aside at away back be because been before behind
    being below beside besides between beyond but by can't doesn't don't down during else
    elsewhere even ever every's everybody everyone everything everywhere except far first for from
    further had has have having here him himself how however if in indeed inside instead into is
    isn't it's itself just last later least like likely little maybe me meanwhile mine near nearly
    next nobody none nor nothing now nowhere of off often on once only onto or ours out outside
    over per perhaps quite rather really second seldom since so somebody someone something
    sometimes somewhere soon still than thanks that's them themselves there there's therefore
    third though through throughout thus till together too towards twice under unless until up
    upon us usually very was well were when whenever where whether while whom why with within
    without won't yes yet yourself
    """
    )
)
ORDINARY: Final = FUNCTION | _words(
    """
    able accept act add agree allow answer answers apply arrive ask asked asking asks based become
    becomes begin begins believe billion bring brings build buy call called calls came care cause
    change changed changes changing check checked checks choose clear clearly close come comes
    common compare compared complete consider contain contains cost costs count counts cover
    covers current cut daily day days deal decide decided depend depends different difficult doing
    done dozen early easier easily easy end ends entirely especially exact exactly example
    examples expect explain fact fail fails fair fall falls fast faster feel fewer final find
    finds fine fit fits fix follow following follows form found free fresh full fully gain gave
    general generally get gets getting give given gives giving go goes going gone great grow half
    hand handle happen happens hard harder held help helpful helps hence high higher hold holds
    hour hours hundred hundreds idea important include includes including increase instance keep
    keeping keeps kept kind kinds knew know known knows lack larger late lead learn learned learns
    leave leaves left lend level lie lies look looks lose lot lots low lower made main make makes
    making manage matter matters mean meaning means meant measure meet mention million mind minute
    minutes miss missing month months move name named narrow natural need needed needs obvious
    occur offer offers open order ordinary others otherwise part particular parts pay people
    person pick piece pieces place places plain plan play point points poor possible prefer
    prepare produce produces proper properly prove provide provided provides public pure put puts
    quickly quiet rare rarely reach read reading reads ready real reason reasons receive relies
    rely remain remains remember remove replace request require requires rest result results
    return returns right rise run running runs said saves say saying says seem seems seen sees
    sell send sends sense sent separate serious set sets settle shape share shared show shown
    shows side simple simply single sit slow sort sorts sound sounds speak spend stand stands
    start started starts state stay stays step steps stop stops strong stronger suit sure take
    taken takes talk tell tells tend tends test tested thing things think thought thousand
    thousands time times today told took true try trying turn turned turns type types typical
    typically understand use used useful uses using usual value various version wait want wants
    watch way ways week weeks went whatever wide word words work worked working works worse worth
    write writes writing written wrong wrote year years yesterday
    """
)
# Capitals that every English text has.
CAPITALISED: Final = _words(
    """
    am american april august australian british canadian chinese christmas december dr easter
    english european february french friday german i indian january japanese july june march may
    monday mr mrs ms november october ok pm saturday september spanish sunday thursday tuesday
    wednesday
    """
)
