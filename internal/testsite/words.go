package testsite

var (
	forenames = []string{"Ada", "Bede", "Clem", "Dora", "Enid", "Felix", "Greta", "Hugh", "Ines", "Jonas", "Kit", "Lois", "Milo", "Nora", "Otto", "Pia"}
	surnames  = []string{"Ashdown", "Birkett", "Carrow", "Denholm", "Elphick", "Fenwick", "Garside", "Holloway", "Inskip", "Jessop", "Kettlewell", "Lorimer", "Marchbank", "Norcott", "Ockley", "Penhale"}
	wards     = []string{"Castle", "Millbank", "Quay", "Priory"}
	parties   = []struct{ name, short string }{{"Labour Party", "LAB"}, {"Conservative", "CON"}, {"Liberal Democrats", "LD"}, {"Green Party", "GRN"}}
	bodies    = []struct{ name, category string }{
		{"Council", "Council"}, {"Cabinet", "Executive"}, {"Planning Committee", "Regulatory"}, {"Overview and Scrutiny Committee", "Overview and Scrutiny"},
		{"Licensing Committee", "Regulatory"}, {"Audit Committee", "Regulatory"},
	}
	rooms    = []string{"Council Chamber", "Garden Room", "Moot Hall"}
	matters  = []string{"Bandstand Repairs at", "Winter Gritting in", "Library Roof at", "Cycle Route through", "Flood Gates at", "Street Lamps in", "Market Stalls at", "Bridge Painting at", "School Crossing in", "Tree Planting in"}
	places   = []string{"Tannery Lane", "Cinder Hill", "Weirside", "Pinfold Green", "Ropewalk", "Saltmarsh", "Fuller's Yard", "Gallows Field", "Almond Street", "Bracken Wharf", "Coldharbour"}
	services = []string{"Green Spaces", "Highways", "Property", "Culture"}
	premises = []string{"Kiosk", "Boathouse", "Stables", "Workshop", "Depot"}
)
