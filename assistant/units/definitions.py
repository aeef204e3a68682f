"""What each unit is: one line a unit, in terms of earlier or later lines, factors exact.

`name | prefixes | definition`, where prefixes are `S` (SI decimal), `B` (SI and binary) or empty, and a definition
is a factor and a unit expression, or `[dimension]` for a unit that starts a dimension of its own. Things that pure
arithmetic would let convert into each other (revolutions and hertz, persons and frames, one currency and another,
A-weighted decibels and plain ones) start dimensions of their own, so that they never do.

Sources: BIPM, The International System of Units, 9th edition (2019); NIST Special Publication 811, appendix B (2008)
and NIST Handbook 44, appendix C, for US customary units; UK Weights and Measures Act 1985, schedule 1, for imperial
ones; the State Council of China's 1959 order on the market system (1 jin = 500 g, 1 chi = 1/3 m, 15 mu = 1 ha);
Taiwan's Weights and Measures tables (1 tai-jin = 600 g, 1 ping = 400/121 square metres, 1 jia = 2934 ping, 1 tai-chi = 10/33 m);
Hong Kong's Weights and Measures Ordinance, cap. 68 (1 catty = 0.60478982 kg).
"""

from __future__ import annotations

BASE = """
meter | S | [length]
kilogram | | [mass]
gram | S | 1/1000 kilogram
second | S | [time]
ampere | S | [current]
kelvin | S | [temperature]
mole | S | [substance]
candela | S | [luminosity]
steradian | | [solid_angle]
bit | B | [information]
byte | B | 8 bit
degree | S | [angle]
count | | [count]
dimensionless | | 1
revolution | | [revolution]
percent | | 1/100
permille | | 1/1000
ppm | | 1/1000000
ppb_ratio | | 1/1000000000
basis_point | | 1/10000
pixel | S | [printing_unit]
decibel_plain | | [sound_level]
decibel_a | | [sound_level_a]
decibel_c | | [sound_level_c]
decibel_i | | [antenna_gain]
decibel_m | | [power_level_m]
karat | | [gold_fineness]
watt_peak | S | [watt_peak]
var_power | S | [reactive_power]
becquerel | S | [radioactivity]
"""

OWN_DIMENSION = (
    "person frame dot io_operation operation floating_point_operation transaction request sample wash_cycle cfu"
    " international_unit token base_pair"
)

CURRENCIES = (
    "USD EUR GBP CNY JPY TWD HKD KRW INR CAD AUD NZD CHF SGD MOP BTC MXN RUB BRL ZAR TRY MYR THB PHP VND SEK NOK DKK"
    " ILS KWD LBP EGP QAR SAR BGN MNT UAH CRC GEL LAK LKR FIM ESP NLG NGN PLN CZK HUF IDR AED HRK"
)

DERIVED = """
US_cent | | 1/100 USD
dime_us | | 1/10 USD
EUR_cent | | 1/100 EUR
GBP_penny | | 1/100 GBP
CNY_jiao | | 1/10 CNY
CNY_fen | | 1/100 CNY
MYR_sen | | 1/100 MYR
rappen_ch | | 1/100 CHF
satoshi | | 1/100000000 BTC
minute | | 60 second
hour | | 3600 second
day | | 24 hour
week | | 7 day
fortnight | | 14 day
year | S | 365.25 day
month | | 1/12 year
century | | 100 year
inch | | 127/5000 meter
foot | | 12 inch
yard | | 3 foot
mile | | 5280 foot
nautical_mile | | 1852 meter
hand | | 4 inch
micron | | 1 micrometer
thou | | 1/1000 inch
survey_foot | | 1200/3937 meter
fathom | | 6 survey_foot
furlong | | 660 survey_foot
angstrom | | 1/10000000000 meter
light_year | | 9460730472580800 meter
parsec | | 30856775814913673 meter
astronomical_unit | | 149597870700 meter
hundred_kilometer | | 100 kilometer
are | | 100 meter ** 2
hectare | | 10000 meter ** 2
acre | | 43560 survey_foot ** 2
barn | S | 1/10000000000000000000000000000 meter ** 2
liter | S | 1/1000 meter ** 3
stere | | 1 meter ** 3
gallon | | 231 inch ** 3
quart | | 1/4 gallon
pint | | 1/8 gallon
cup | | 1/16 gallon
gill | | 1/32 gallon
fluid_ounce | | 1/128 gallon
tablespoon | | 1/2 fluid_ounce
teaspoon | | 1/6 fluid_ounce
barrel | | 63/2 gallon
oil_barrel | | 42 gallon
bushel | | 2150.42 inch ** 3
board_foot | | 144 inch ** 3
imperial_gallon | | 4.54609 liter
imperial_quart | | 1/4 imperial_gallon
imperial_pint | | 1/8 imperial_gallon
imperial_cup | | 1/16 imperial_gallon
imperial_fluid_ounce | | 1/160 imperial_gallon
metric_ton | S | 1000 kilogram
pound | | 0.45359237 kilogram
ounce | | 1/16 pound
dram | | 1/16 ounce
grain | | 1/7000 pound
stone | | 14 pound
hundredweight | | 100 pound
ton | | 2000 pound
short_ton | | 2000 pound
long_ton | | 2240 pound
slug | | 1 force_pound * second ** 2 / foot
troy_ounce | | 480 grain
carat | | 1/5 gram
dalton | S | 1.66053906892e-27 kilogram
jin | | 1/2 kilogram
liang | | 1/20 kilogram
qian_mass | | 1/200 kilogram
tw_jin | | 3/5 kilogram
tw_liang | | 3/80 kilogram
hk_jin | | 0.60478982 kilogram
hk_liang | | 1/16 hk_jin
tw_chi | | 10/33 meter
tw_cun | | 1/33 meter
mu_area | | 2000/3 meter ** 2
qing_area | | 100 mu_area
ping_area | | 400/121 meter ** 2
jia_area | | 2934 ping_area
li_cn | | 500 meter
zhang_cn | | 10/3 meter
chi_cn | | 1/3 meter
cun_cn | | 1/30 meter
fen_length | | 1/300 meter
turn | | 360 degree
arcminute | | 1/60 degree
arcsecond | S | 1/3600 degree
grade | | 9/10 degree
radian | S | PI180 degree
delta_degree_Celsius | | 1 kelvin
delta_degree_Fahrenheit | | 5/9 kelvin
degree_Rankine | | 5/9 kelvin
hertz | S | 1 1 / second
revolutions_per_minute | | 1 revolution / minute
mile_per_hour | | 1 mile / hour
knot | | 1 nautical_mile / hour
mach | | 340.29 meter / second
speed_of_light | | 299792458 meter / second
gravity | | 9.80665 meter / second ** 2
standard_gravity | | 9.80665 meter / second ** 2
newton | S | 1 kilogram * meter / second ** 2
dyne | | 1/100000 newton
force_gram | S | 1 gram * standard_gravity
force_kilogram | | 1 kilogram * standard_gravity
force_pound | | 1 pound * standard_gravity
force_ounce | | 1 ounce * standard_gravity
force_ton | | 1 ton * standard_gravity
poundal | | 1 pound * foot / second ** 2
pascal | S | 1 newton / meter ** 2
bar | S | 100000 pascal
standard_atmosphere | | 101325 pascal
technical_atmosphere | | 1 force_kilogram / centimeter ** 2
torr | S | 1/760 standard_atmosphere
pound_force_per_square_inch | | 1 force_pound / inch ** 2
kip_per_square_inch | | 1000 pound_force_per_square_inch
ksi_pressure | | 1000 pound_force_per_square_inch
millimeter_Hg | | 133.322387415 pascal
inch_Hg | | 25.4 millimeter_Hg
centimeter_H2O | | 98.0665 pascal
joule | S | 1 newton * meter
calorie | S | 4.184 joule
watt | S | 1 joule / second
watt_hour | S | 3600 joule
british_thermal_unit | S | 1055.056 joule
therm | | 100000 british_thermal_unit
erg | | 1/10000000 joule
foot_pound | | 1 force_pound * foot
electron_volt | S | 1.602176634e-19 joule
ton_TNT | S | 4184000000 joule
horsepower | | 550 foot * force_pound / second
metric_horsepower | | 75 force_kilogram * meter / second
metric_horsepower_ps | | 75 force_kilogram * meter / second
horsepower_metric_hp | | 75 force_kilogram * meter / second
refrigeration_ton | | 12000 british_thermal_unit / hour
ampere_turn | | 1 ampere
coulomb | S | 1 ampere * second
ampere_hour | S | 3600 coulomb
volt | S | 1 joule / coulomb
volt_ampere | S | 1 volt * ampere
ohm | S | 1 volt / ampere
siemens | S | 1 ampere / volt
farad | S | 1 coulomb / volt
weber | S | 1 volt * second
tesla | S | 1 weber / meter ** 2
henry | S | 1 weber / ampere
lumen | S | 1 candela * steradian
lux | S | 1 lumen / meter ** 2
nit | S | 1 candela / meter ** 2
gray | S | 1 joule / kilogram
sievert | S | 1 joule / kilogram
rem | S | 1/100 sievert
rads | | 1/100 gray
curie | S | 37000000000 becquerel
katal | S | 1 mole / second
molar | S | 1 mole / liter
poise | S | 1/10 pascal * second
stokes | S | 1/10000 meter ** 2 / second
tex | | 1/1000000 kilogram / meter
dtex | | 1/10 tex
denier | | 1/9000 gram / meter
baud | S | 1 bit / second
dozen_count | | 12 count
bakers_dozen | | 13 count
gross_count | | 144 count
great_gross | | 1728 count
million_token | | 1000000 token
nucleotide | | 1 base_pair
TOPS | | 1000000000000 operation / second
TFLOPS | | 1000000000000 floating_point_operation / second
gsm_paper | | 1 gram / meter ** 2
"""

PREFIXES = {
    "quecto": -30, "ronto": -27, "yocto": -24, "zepto": -21, "atto": -18, "femto": -15, "pico": -12, "nano": -9,
    "micro": -6, "milli": -3, "centi": -2, "deci": -1, "deca": 1, "hecto": 2, "kilo": 3, "mega": 6, "giga": 9,
    "tera": 12, "peta": 15, "exa": 18, "zetta": 21, "yotta": 24, "ronna": 27, "quetta": 30,
}  # fmt: skip
BINARY = {"kibi": 10, "mebi": 20, "gibi": 30, "tebi": 40, "pebi": 50, "exbi": 60, "zebi": 70, "yobi": 80}

# Pi to 50 places: the only factor of the table that cannot be exact.
PI_DIGITS = "3.14159265358979323846264338327950288419716939937510"

# The first expression of each dimension gives its exponents; a name is chosen by exponents alone.
DIMENSIONS = """
length meter; mass kilogram; time second; speed meter / second; area meter ** 2; volume meter ** 3
energy joule; power watt; charge coulomb; current ampere; voltage volt; resistance ohm; frequency hertz
temperature kelvin; pressure pascal; density kilogram / meter ** 3; force newton; luminous candela
luminance nit; specific_energy joule / kilogram; areal_density kilogram / meter ** 2; flow meter ** 3 / second
pixels pixel; concentration mole / meter ** 3; amount mole; acceleration meter / second ** 2
data bit; data_rate bit / second; angle degree; solid_angle steradian; rotation_speed revolution / second
ratio dimensionless; count count; count_rate count / second; frame_rate frame / second
resolution pixel / inch; resolution dot / inch; luminous_efficacy lumen / watt; luminous_flux lumen
illuminance lux; compute operation / second; compute floating_point_operation / second
linear_density kilogram / meter; mass_rate kilogram / second
compute_efficiency operation / second / watt; compute_efficiency floating_point_operation / second / watt
io_rate io_operation / second; request_rate request / second; transaction_rate transaction / second
sample_rate sample / second; fuel_economy mile / gallon; sound_or_level decibel_plain; sound_or_level decibel_a
sound_or_level decibel_c; sound_or_level decibel_i; sound_or_level decibel_m
"""
