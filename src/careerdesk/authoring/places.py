"""Countries and currencies that a figure may be about."""

from __future__ import annotations

from collections.abc import Mapping

_CODES = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
    BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
    EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
    HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
    LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
    NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
    TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
"""
COUNTRIES = frozenset(_CODES.split())
"""ISO 3166-1 alpha-2."""

MONTHLY_PAY: Mapping[str, tuple[int, int]] = {
    "AED": (1_000, 150_000),
    "AUD": (1_000, 60_000),
    "BND": (300, 40_000),
    "CAD": (1_000, 60_000),
    "CHF": (1_500, 60_000),
    "CNY": (1_500, 300_000),
    "EUR": (500, 50_000),
    "GBP": (800, 50_000),
    "HKD": (4_000, 400_000),
    "IDR": (1_000_000, 300_000_000),
    "INR": (8_000, 2_000_000),
    "JPY": (100_000, 6_000_000),
    "KRW": (1_000_000, 60_000_000),
    "MYR": (400, 150_000),
    "NZD": (1_500, 60_000),
    "PHP": (8_000, 1_000_000),
    "QAR": (1_000, 150_000),
    "SAR": (1_500, 150_000),
    "SGD": (600, 60_000),
    "THB": (8_000, 1_000_000),
    "TWD": (20_000, 800_000),
    "USD": (500, 80_000),
    "VND": (3_000_000, 500_000_000),
}
"""ISO 4217, and the least and the most that work is plausibly paid a month."""
