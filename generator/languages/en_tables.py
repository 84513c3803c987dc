"""How tables are headed and filled in in English."""

from __future__ import annotations

from generator.languages.tables import TableWords

TABLES: TableWords = {
    "yes": "yes|y|true|t|1|x|✓|✔",
    "no": "no|n|false|f|0",
    "unknown": "unknown|not known|don't know|dont know|not sure|tbc|?",
    "nothing": "n/a|na|none|nil|null|tbc|tba|-|--|–|.|not applicable|#n/a",
    "key": "id|ref|reference|unique id|identifier|uid|uuid|guid|record id|code|uprn|key|ref no|reference number|routeuid|slug|stop point ref|objectid|fid|urn|provider urn|resource id|organisation number",
    "name": "name|title|service|service name|group|group name|club|club name|library|library name|activity name|event|event name"
    "|project|project name|name of group|name of service|name of activity|asset name|group or activity|public name|resource name|walk name|route name|class name|session name|course name|group title|name of your group|name of project|project group|display name",
    "name?": "stop|activity|venue|venue name|location|location name|place|organisation|organisation name|what|charity name|provider name|stop point name|site name|site",
    "also": "other names|also known as|aka|alternative name|alternate name|known as|acronym|former name",
    "summary": "summary|short description|short desc|tagline|strapline|brief description|in brief|headline",
    "description": "description|details|about|long description|full description|information|service description|what we do"
    "|what it is|activity description|further information|more information|overview|what's on offer|what is on offer|describe|please describe your group|what happens|what do you do|charity activities|notes and description",
    "organisation.name": "organisation|organization|organisation name|organization name|provider|provider name|run by|organiser"
    "|lead organisation|host organisation|agency|managed by|delivered by|charity name|body|organizer|organizer name|organiser name|parent organisation|org|org name|host",
    "organisation.registered.charity": "charity number|charity no|registered charity number|charity registration number|charity reg no",
    "organisation.registered.company": "company number|company no|company registration number|companies house number",
    "venues.main.name": "venue|venue name|location name|location|place|building|site|site name|where|meeting place|held at",
    "venues.main.address": "address|full address|street|street address|address 1|address 2|address 3|address 4|address line 1"
    "|address line 2|address line 3|address1|address2|address3|address4|town|city|locality|village|town city|town or city|post town"
    "|building address|venue address|addr|add|addr1|post town|posttown|street address|address locality|address region|formatted address|addr street|addr city|addr place|addr housenumber|locations|where do you meet address",
    "venues.main.postcode": "postcode|post code|postal code|zip|zip code|venue postcode|pcode|p code|postal|addr postcode",
    "venues.main.lat": "lat|latitude|geoy|y|start latitude|start lat|startlat",
    "venues.main.lon": "lon|lng|long|longitude|geox|x|start longitude|start lon|startlon|startlng",
    "venues.main.access.step-free": "wheelchair|wheelchair access|wheelchair accessible|step free access|step free|level access",
    "venues.main.access.accessible-toilet": "toilets wheelchair|accessible toilet|accessible toilets|disabled toilet",
    "venues.main.note": "directions|how to find us|finding us",
    "venues.main.easting": "easting|eastings|x coordinate|xcoord|os easting|grid east",
    "venues.main.northing": "northing|northings|y coordinate|ycoord|os northing|grid north",
    "venues.main.point": "coordinates|location lat long|lat long|latlong|lat lon|lat lng|geolocation|map|map link|google map|google maps"
    "|map url|grid reference|grid ref|os grid reference|ngr|gps",
    "ages": "age|ages|age range|age group|age groups|ages catered for",
    "contact.phones": "phone|telephone|tel|phone number|telephone number|contact number|tel no|landline|phone no|contact telephone"
    "|contact phone|telephone no|helpline|mobile|mobile number|contact no|contact nos|telephone numbers|phone numbers|tel mobile|phone mobile|contact tel|public telephone number|call",
    "contact.email": "email|e mail|email address|contact email|e mail address|email contact",
    "contact.web": "website|web|url|web address|web site|link|webpage|web page|homepage|website address|more info url|e mail web|social media link|facebook|permalink|referral url",
    "contact.note": "how to contact|contact details",
    "when": "when|times|time|opening times|opening hours|hours|day and time|days and times|day time|schedule|session times"
    "|meeting times|dates and times|meets|open|when and where|times and dates|frequency and time|session times|class times|days times|when is it|opening|openings|open hours",
    "when.days": "day|days|weekday|weekdays|day of week|day of the week|meeting day|days open|by day|byday",
    "when.opens": "start time|opens|opens at|opening time|arrival|arrival time|arrive|time from|from time|starts|starts at|open time|start|begin|begins|from|aimed arrival time|startdatetime",
    "when.closes": "end time|closes|closes at|closing time|departure|departure time|depart|finish|finish time|to time|time to|ends"
    "|ends at|close time|end|dtend|end date time|aimed departure time|to|finishes|finish at",
    "when.rrule": "frequency|rrule|recurrence|recurrence rule|repeat rule",
    "when.from": "start date|from date|valid from|first date|date from|start|dtstart|start date time|begins on",
    "when.until": "end date|until|to date|valid to|valid until|last date|date to|end",
    "when.except": "exceptions|except dates|exclusions|not on|excluded dates",
    "opens": "open|opens|opening|opens at|start|from",
    "closes": "close|closes|closing|closes at|end|to",
    "hours": "staffed|hours|opening hours|opening times|times|session",
    "cost.amount": "price|amount|cost gbp|price gbp|cost in pounds|cost|costs|fee|charge|cost per session|price per session",
    "cost.note": "cost|price|prices|amount|costs|fee|fees|charges|charge|cost details|how much|price details|pricing|entry fee|charge for attending|is there a cost|is there a charge|cost per session|price per session|cost to attend|how much does it cost|entry charge",
    "audiences": "audience|audiences|target audience|client group|beneficiaries|target group|who|aimed at|community groups",
    "eligibility": "eligibility|who can attend|who can come|criteria|who is it for|who for|eligibility criteria|suitable for"
    "|who can use it|open to|who is it for|who do we support|can anyone use this service|condition need|target audience|client group|target group|aimed at|beneficiaries",
    "ages.from": "minimum age|min age|age from|age min|youngest|min value",
    "ages.to": "maximum age|max age|age to|age max|oldest|max value",
    "join.how": "how to join|referral|referral process|how to access|booking|how to book|application process|booking information"
    "|referral route|how to refer|joining|booking details|how do i refer|how do i join|how do you join|referral required|do i need a referral",
    "activities": "category|categories|activity type|activity|activities|type of activity|type|topic|topics|tags|interest|interests"
    "|service type|primary category|pref label|activity pref label|sport|sports",
    "needs": "need|needs|helps with|support needs|issue|issues",
    "serves": "area|areas|area served|areas served|coverage|service area|county|local authority|council|authority|district|la code"
    "|authority code|local authority code|region|area covered|areas we cover|geographical area|catchment",
    "languages": "language|languages|languages spoken|language of delivery|languages available",
    "travel.note": "transport|transportation|public transport|travel|getting there|parking|how to get there",
    "waiting": "waiting time|waiting times|wait time|waiting list",
    "funding.by": "funding|funder|funded by|funding source|funding sources",
    "over": "over|from|aged over|ages over",
    "under": "under|up to|aged under|under the age of",
    "aged": "ages|aged|age|all aged|children|adults|adults aged|people aged|for ages|young people|children aged",
    "little": "a|an|and|any|are|at|be|can|do|does|for|have|how|i|if|in|is|it|main|my|of|on|or|our|please|public|s|so|the|there|this|to|we"
    "|what|which|you|your",
    "totals": "total|totals|grand total|sum|count|number of groups|end of list",
    "digital": "digital|digital needs|equipment needed",
    "person": "contact|contact name|contact person|name of contact|main contact|key contact|lead contact|named contact|group contact"
    "|contact 1|contact 2|contact first name|contact surname|leader|group leader|leader name|session leader|secretary|chair"
    "|chairperson|coordinator|co ordinator|coordinator name|instructor|tutor|organiser name|person in charge|volunteer",
    "roles": "admin|administration|administrator|advice|advisor|adviser|association|board|booking|bookings|centre|chair|charity"
    "|church|clerk|club|college|committee|community|contact|coordinator|council|customer|department|desk|director|enquiries|enquiry"
    "|foundation|general|group|hall|headquarters|helpline|hospital|hotline|hub|information|leader|library|line|manager|membership"
    "|museum|office|officer|organiser|partnership|project|reception|receptionist|referral|referrals|school|secretary|service"
    "|services|society|staff|support|surgery|switchboard|team|treasurer|trust|university|volunteer|volunteers|warden|website",
}
