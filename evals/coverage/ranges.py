"""What products measure, and between which sizes: the smallest and the largest that are sold in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.comparisons import Audience
from assistant.schema import Market

# Who reads: the home language of each market, and English that is read everywhere.
AUDIENCES = (
    Audience("en", "us"),
    Audience("en", "uk"),
    Audience("en", "eu"),
    Audience("zh-Hans", "cn"),
    Audience("zh-Hant", "tw"),
    Audience("zh-Hant", "hk"),
    Audience("en", None),
)
# What something that costs a dollar costs elsewhere, roughly: prices follow purses.
MONEY: Mapping[Market, tuple[str, int]] = {
    "us": ("USD", 1), "uk": ("GBP", 1), "eu": ("EUR", 1), "cn": ("CNY", 7), "tw": ("TWD", 30), "hk": ("HKD", 8),
}  # fmt: skip
# A price is somebody's; readers everywhere have none in common.
_AT_HOME: tuple[Market | None, ...] = ("us", "uk", "eu", "cn", "tw", "hk")


@dataclass(frozen=True, slots=True)
class Range:
    """A property with the sizes that products have of it, in `unit`.

    `MONEY` in a unit stands for the currency of the market. `attribute` is what a specification would call it. `linear`:
    a scale of which no part is larger than another (temperature, decibels), else sizes are drawn by their logarithm.
    `markets` are those that state it so; empty for all.
    """

    name: str
    unit: str
    low: float
    high: float
    why: str
    attribute: str | None = None
    linear: bool = False
    markets: tuple[Market | None, ...] = ()


RANGES = (
    Range("speed", "kilometer / hour", 1, 500, "robot vacuum to hypercar"),
    Range("length", "centimeter", 1, 1_200, "earring to caravan", "Length"),
    Range("height", "centimeter", 2, 1_000, "tea light to flagpole", "Height"),
    Range("width", "centimeter", 0.5, 300, "watch strap to bed", "Width"),
    Range("thickness", "millimeter", 0.1, 400, "screen film to mattress", "Thickness"),
    Range("diameter", "millimeter", 0.5, 3_000, "needle to trampoline", "Diameter"),
    Range("depth", "meter", 0.02, 300, "baking tin to diver's watch", "Depth"),
    Range("distance", "meter", 5, 1_000_000, "Bluetooth headset to electric car", "Range"),
    Range("precision", "millimeter", 0.001, 10, "micrometer to robot mower", "Accuracy"),
    Range("area", "meter ** 2", 0.002, 2_000, "phone screen to what a mower mows"),
    Range("volume", "milliliter", 2, 2_000_000, "eye drops to a van's load"),
    Range("water", "liter", 1, 10_000, "toilet flush to garden pool", "Water consumption"),
    Range("mass", "gram", 1, 3_000_000, "ring to van"),
    Range("time", "second", 1, 2_600_000, "shutter to a month on standby"),
    Range("service life", "hour", 500, 200_000, "light bulb to roof", "Service life"),
    Range("cycles", "count", 100, 1_000_000, "rechargeable battery to switch", "Cycle life"),
    Range("battery charge", "milliampere_hour", 20, 60_000, "earbud to camping battery"),
    Range("energy", "watt_hour", 1, 100_000, "power bank to electric car"),
    Range("food energy", "kilocalorie", 4, 2_000, "chewing gum to a day's ration"),
    Range("power", "watt", 0.3, 300_000, "night light to sports car"),
    Range("energy a year", "kilowatt_hour / year", 15, 1_500, "clock radio to tumble dryer", "Energy consumption"),
    Range("light per watt", "lumen / watt", 10, 230, "halogen bulb to the best diodes"),
    Range("driving energy", "kilowatt_hour / hundred_kilometer", 0.5, 35, "e-bike to electric van"),
    Range("data", "megabyte", 8, 24_000_000, "sensor's memory to hard disk"),
    Range("data rate", "megabit / second", 0.1, 80_000, "sensor radio to the fastest cable"),
    Range("pressure", "kilopascal", 0.5, 40_000, "fan to pressure washer"),
    Range("temperature", "degree_Celsius", -30, 300, "freezer to oven grill", linear=True),
    Range("loudness", "decibel_a", 15, 120, "fanless computer to siren", linear=True),
    Range("light output", "lumen", 3, 100_000, "key light to floodlight"),
    Range("screen brightness", "candela / meter ** 2", 2, 5_000, "e-reader at night to sunlit signboard"),
    Range("lighting", "lux", 1, 100_000, "night light to daylight lamp"),
    Range("frequency", "hertz", 20, 6_000_000_000, "bass box to processor and radio"),
    Range("frame rate", "frame / second", 8, 1_000, "doorbell camera to slow motion"),
    Range("rotation", "revolutions_per_minute", 5, 150_000, "slow juicer to vacuum cleaner's motor"),
    Range("acceleration", "meter / second ** 2", 0.5, 50, "tram to drop tower"),
    Range("force", "newton", 1, 50_000, "key switch to winch"),
    Range("torque", "newton * meter", 0.3, 1_500, "screwdriver to electric car"),
    Range("flow", "liter / minute", 0.005, 20_000, "humidifier to kitchen hood"),
    Range("fuel economy", "mile / gallon", 12, 140, "pick-up to motor scooter", markets=("us", "uk")),
    Range("fuel by liter", "kilometer / liter", 5, 60, "pick-up to motor scooter", markets=("tw",)),
    Range(
        "fuel by 100 km", "liter / hundred_kilometer", 1.8, 20, "scooter to pick-up", markets=("eu", "cn", "hk", None)
    ),
    Range("concentration", "percent", 0.1, 75, "face serum to disinfectant", "Concentration"),
    Range("trace", "ppm", 0.05, 5_000, "air purifier to toothpaste"),
    Range("price", "MONEY", 0.5, 60_000, "pen to car", markets=_AT_HOME),
    Range("price a month", "MONEY / month", 1, 500, "cloud storage to leasing", markets=_AT_HOME),
    Range("people", "person", 2, 20_000, "tent to festival stage"),
    Range("events", "count / day", 5, 1_000_000, "charges to orders of a shop"),
    Range("CO2", "kilogram", 0.01, 20_000, "a parcel's way to what a heat pump saves", "CO2 emissions"),
    Range("CO2 a kilometer", "gram / kilometer", 20, 350, "scooter to pick-up", "CO2 emissions"),
    Range("sugar", "gram", 1, 80, "ketchup to soft drink", "Sugar"),
    Range("protein", "gram", 1, 80, "cereal to shake", "Protein"),
    Range("caffeine", "milligram", 5, 400, "decaffeinated coffee to pre-workout powder", "Caffeine"),
    Range("pixels", "megapixel", 0.3, 200, "toy camera to phone"),
    Range("pixel density", "pixel / inch", 40, 800, "television to phone"),
)
