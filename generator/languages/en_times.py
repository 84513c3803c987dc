"""How times are written in English."""

from __future__ import annotations

from generator.languages.times import TimeWords

TIMES: TimeWords = {
    "day 0": "monday|mondays|mon|mons|mo",
    "day 1": "tuesday|tuesdays|tues|tue|tu",
    "day 2": "wednesday|wednesdays|weds|wed|we",
    "day 3": "thursday|thursdays|thurs|thur|thu|th",
    "day 4": "friday|fridays|fri|fris|fr",
    "day 5": "saturday|saturdays|sat|sats|sa",
    "day 6": "sunday|sundays|sun|suns|su",
    "days 0-4": "weekdays|weekday|every weekday|on weekdays",
    "days 5-6": "weekends|weekend|at weekends|every weekend",
    "days 0-6": "daily|every day|everyday|each day|7 days a week|seven days a week|7 days",
    "nth 1": "1st|first",
    "nth 2": "2nd|second",
    "nth 3": "3rd|third",
    "nth 4": "4th|fourth",
    "nth 5": "5th|fifth",
    "nth last": "last|final",
    "every": "every|each",
    "every 2": "fortnightly|every fortnight|each fortnight|once a fortnight|every other week|alternate weeks|every two weeks",
    "other": "every other|alternate|every alternate|alternating",
    "weekly": "weekly|every week|each week|once a week|once weekly|a week|per week",
    "monthly": "monthly|once a month|once monthly|every month|each month|per month|of the month|of each month|of every month"
    "|in the month|in each month|in every month|of month|a month|in a month",
    "week": "week|weeks|wk|wks",
    "num 2": "two",
    "num 3": "three",
    "num 4": "four",
    "num 5": "five",
    "num 6": "six",
    "num 8": "eight",
    "and": "and",
    "to": "to|till|til|until|through|thru|up to|ending|ends",
    "from": "from|starting|starts|starting on|starting from|beginning|commencing|since",
    "between": "between",
    "noon": "noon|midday|12 noon|12noon|12 midday|12midday|mid-day|12pm noon",
    "midnight": "midnight|12 midnight|12midnight",
    "am": "am|a.m.|a.m|a m",
    "pm": "pm|p.m.|p.m|p m",
    "always": "24 hours|24 hours a day|24hrs|24 hrs|24hr|24/7|24 / 7|24 hours a day 7 days a week"
    "|24 hours a day, 7 days a week|day and night|round the clock",
    "part morning": "morning|mornings|in the morning|in the mornings",
    "part afternoon": "afternoon|afternoons|in the afternoon|in the afternoons",
    "part evening": "evening|evenings|in the evening|in the evenings|night|nights",
    "month 1": "january|jan",
    "month 2": "february|feb",
    "month 3": "march|mar",
    "month 4": "april|apr",
    "month 5": "may",
    "month 6": "june|jun",
    "month 7": "july|jul",
    "month 8": "august|aug",
    "month 9": "september|sept|sep",
    "month 10": "october|oct",
    "month 11": "november|nov",
    "month 12": "december|dec",
    "term": "term time|term-time|termtime|term time only|term-time only|in term time|during term time|in term-time"
    "|during term-time|term times|school term time|in school terms|during school terms|school terms|school terms only"
    "|except in school holidays|except school holidays|except during school holidays|not in school holidays|not school holidays"
    "|not during school holidays|excluding school holidays|outside school holidays|closed in school holidays|closed school holidays"
    "|closed during school holidays|school term|in school term|during school term|term only",
    "bank": "bank holidays|bank holiday|public holidays|public holiday|bank hols|bank holiday mondays",
    "bank-open": "on bank holidays too|bank holidays too|including bank holidays|including bank holidays too|open bank holidays"
    "|open on bank holidays|inc bank holidays|inc. bank holidays",
    "not": "not|not on|not in|except|except for|except on|excluding|excl|exc|apart from|but not|no|never|other than",
    "closed": "closed|closed on|closed in|closed during|shut|shut on",
    "ask": "ask about|check for|please check|ask for",
    "skip": "on|the|a|an|of|at|in|open|opens|opening|hours|opening hours|opening times|opening hrs|times|time|meets|meet|we meet"
    "|sessions|session|held|runs|only|both|o'clock|hrs|hr|is|are|takes place|too|also|inclusive|approx|approximately"
    "|ask which weeks|ask for the day|ask which one|once|during",
}
