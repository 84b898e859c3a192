package synthetic

// Names are drawn with the first ones far more often than the last, as in life: one council has several
// Smiths, and now and then two of one given name.
var (
	givenNames = []string{
		"David", "John", "Susan", "Margaret", "Peter", "Michael", "Sarah", "Paul", "Robert", "Christine", "Andrew", "Mohammed", "Linda", "Richard", "Ann",
		"James", "Julie", "Stephen", "Helen", "Ian", "Karen", "Mark", "Elizabeth", "Alan", "Carol", "Colin", "Janet", "Kevin", "Patricia", "Graham",
		"Jane", "Keith", "Alison", "Martin", "Catherine", "Tony", "Jennifer", "Simon", "Rachel", "Philip", "Emma", "Nigel", "Lesley", "Gareth", "Fiona",
		"Imran", "Gillian", "Roger", "Angela", "Neil", "Claire", "Barry", "Heather", "Shahid", "Rosemary", "Adam", "Joanne", "Matthew", "Priya", "Geoffrey",
		"Laura", "Thomas", "Yvonne", "Daniel", "Sian", "Ahmed", "Bernadette", "Owen", "Nasreen", "Hamish", "Aoife", "Rhys", "Olumide", "Kirsty", "Wei",
		"Eilidh", "Tomasz", "Adaeze", "Kwame", "Gwenllian",
	}
	familyNames = []string{
		"Smith", "Jones", "Taylor", "Williams", "Brown", "Davies", "Evans", "Wilson", "Thomas", "Khan", "Roberts", "Johnson", "Walker", "Wright", "Robinson",
		"Thompson", "White", "Hughes", "Edwards", "Green", "Hall", "Wood", "Harris", "Ahmed", "Martin", "Clarke", "Jackson", "Lewis", "Turner", "Hill",
		"Cooper", "Ward", "Moore", "Morris", "King", "Watson", "Baker", "Harrison", "Morgan", "Patel", "Young", "Allen", "Mitchell", "James", "Anderson",
		"Phillips", "Lee", "Bell", "Parker", "Hussain", "Bennett", "Miller", "Cook", "Shaw", "Richardson", "Carter", "Collins", "Marshall", "Bailey", "Gray",
		"Cox", "Adams", "Begum", "Ellis", "Chapman", "Foster", "Mills", "Knight", "Singh", "Webb", "Palmer", "Holmes", "Lloyd", "Hunt", "Campbell",
		"Fletcher", "Stone", "Dixon", "Barker", "Pearce", "Ali", "Fisher", "Gibson", "Reynolds", "Armstrong", "Lane", "Burton", "Hart", "Cawley-Bright", "Ashworth",
		"Pemberton", "Okafor", "Llewellyn", "MacLeod", "O'Neill", "Thornbury", "Nowak", "Adeyemi", "Birkett", "Trelawney", "Featherstone", "Winterbourne", "Ravenscroft",
		"Hollingsworth", "Penhaligon", "Abernethy", "Sutcliffe", "Ramsbottom", "Illingworth", "Oyelaran",
	}
	places = []string{
		"Abbey", "Bridge", "Castle", "Church", "Clifton", "Copse", "East", "Elm Park", "Fairfield", "Forest", "Grange", "Hillside", "Holywell", "Kingsway",
		"Lakeside", "Manor", "Marsh", "Meadow", "Mill", "Moorland", "North", "Oakfield", "Orchard", "Park", "Parkway", "Priory", "Queensway", "Riverside",
		"St Andrews", "St Johns", "St Marys", "South", "Station", "Thornhill", "Town", "Upland", "Vale", "Victoria", "West", "Westbrook", "Whitecross", "Woodside",
	}
	streets = []string{"High Street", "Station Road", "Church Lane", "Mill Lane", "The Green", "Victoria Road", "Park Avenue", "London Road", "Bridge Street", "Queens Drive", "Manor Way", "North Street"}
	parties = []string{"Labour", "Conservative", "Liberal Democrat", "Independent", "Green", "Plaid Cymru", "Scottish National Party", "Reform UK"}
	posts   = []string{
		"Director of Place", "Head of Finance", "Monitoring Officer", "Director of Children's Services", "Head of Planning", "Democratic Services Officer",
		"Chief Executive", "Director of Adult Social Care", "Head of Housing", "Principal Planning Officer", "Section 151 Officer", "Head of Legal Services",
	}
	portfolios = []string{
		"Leader of the Council", "Cabinet Member for Finance", "Cabinet Member for Housing", "Cabinet Member for Children and Education",
		"Cabinet Member for Adult Social Care", "Cabinet Member for Environment", "Cabinet Member for Transport", "Cabinet Member for Communities",
	}
)

// bodies are the committees that councils have, the commonest first, with how much each one meets and
// resolves against the others.
var bodies = []struct {
	name, kind string
	business   float64
	members    int // 0 for all councillors
}{
	{"Council", "FULL_COUNCIL", 0.7, 0},
	{"Cabinet", "CABINET", 2.2, 8},
	{"Planning Committee", "REGULATORY", 2.4, 9},
	{"Audit Committee", "AUDIT", 0.8, 7},
	{"Overview and Scrutiny Committee", "SCRUTINY", 1.2, 9},
	{"Licensing Committee", "REGULATORY", 0.7, 9},
	{"Standards Committee", "STANDARDS", 0.25, 6},
	{"Health and Wellbeing Board", "HEALTH_AND_WELLBEING", 0.5, 8},
	{"Licensing Sub-Committee", "REGULATORY", 0.9, 3},
	{"Children and Young People Scrutiny Panel", "SCRUTINY", 0.6, 8},
	{"Appointments Committee", "OTHER", 0.2, 7},
	{"Pensions Committee", "OTHER", 0.4, 8},
	{"Environment Scrutiny Panel", "SCRUTINY", 0.6, 8},
	{"North Area Committee", "AREA", 0.5, 8},
	{"South Area Committee", "AREA", 0.5, 8},
	{"Joint Waste Committee", "JOINT_COMMITTEE", 0.3, 8},
	{"Housing Scrutiny Panel", "SCRUTINY", 0.5, 8},
	{"Corporate Parenting Panel", "ADVISORY", 0.3, 8},
	{"Employment Committee", "OTHER", 0.2, 7},
	{"Local Plan Working Group", "ADVISORY", 0.2, 9},
	{"Schools Forum", "ADVISORY", 0.3, 18},
	{"Rights of Way Sub-Committee", "REGULATORY", 0.2, 7},
	{"Budget Scrutiny Panel", "SCRUTINY", 0.3, 9},
	{"West Area Committee", "AREA", 0.4, 8},
}
