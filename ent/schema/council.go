package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Council is a UK principal council, present or past, from the register of councils.
type Council struct{ ent.Schema }

// Mixin of Council.
func (Council) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}, Addressed{}} }

// Fields of Council.
func (Council) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").Annotations(entgql.OrderField("NAME")).
			Comment("Official name as registered, such as London Borough of Bromley."),
		sortKey("name_sort"),
		field.String("short_name").Comment("The name in everyday use, such as Bromley."),
		field.String("slug").Unique().Comment("The short name as it stands in addresses, such as bromley."),
		label("gss_code", "Code of the council's area in the register of the Office for National Statistics, such as E09000006. Null where the register gives none."),
		field.String("register_code").Unique().
			Comment("Code in the government's register of local authorities, such as BRY."),
		field.Enum("kind").NamedValues(
			"LondonBorough", "LONDON_BOROUGH", "CityOfLondon", "CITY_OF_LONDON", "County", "COUNTY",
			"Unitary", "UNITARY", "MetropolitanDistrict", "METROPOLITAN_DISTRICT",
			"NonMetropolitanDistrict", "NON_METROPOLITAN_DISTRICT", "ScottishUnitary", "SCOTTISH_UNITARY",
			"WelshUnitary", "WELSH_UNITARY", "NIDistrict", "NI_DISTRICT",
			"CombinedAuthority", "COMBINED_AUTHORITY", "StrategicRegionalAuthority", "STRATEGIC_REGIONAL_AUTHORITY").
			Comment("What kind of local authority it is."),
		label("nation", "England, Scotland, Wales or Northern Ireland."),
		label("region", "Region of England, or the nation."),
		note("website", "Address of the council's own site."),
		date("start_date", "The day on which the council came into being. Null where the register does not say."),
		date("end_date", "The day on which the council ended. Null while it exists, or where the register does not say."),
		label("system", "The software that publishes its meetings, such as ModernGov. Null where unknown."),
		note("base_url", "Where that software is found on the web. Null where unknown."),
	}
}

// Edges of Council.
func (Council) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("successors", Council.Type).Annotations(entgql.Skip(entgql.SkipWhereInput)).
			Comment("The councils that took over from this one. Empty while it exists.").
			From("predecessors").Annotations(entgql.Skip(entgql.SkipWhereInput)).
			Comment("The councils that this one took over from."),
		edge.From("committees", Committee.Type).Ref("council").Annotations(entgql.RelayConnection()).
			Comment("The council's committees: full council, cabinet, scrutiny and the rest."),
		edge.From("people", Person.Type).Ref("council").Annotations(entgql.RelayConnection()).
			Comment("The people named in the council's records: its members and its officers."),
		edge.From("meetings", Meeting.Type).Ref("council").Annotations(entgql.RelayConnection()).
			Comment("The meetings of the council and its committees."),
		edge.From("agenda_items", AgendaItem.Type).Ref("council").Annotations(entgql.RelayConnection()).
			Comment("The items of business at those meetings."),
		edge.From("resolutions", Resolution.Type).Ref("council").Annotations(entgql.RelayConnection()).
			Comment("What those meetings resolved."),
		edge.From("issues", Issue.Type).Ref("council").Annotations(entgql.RelayConnection()).
			Comment("Matters that come back over meetings."),
		edge.From("decisions", Decision.Type).Ref("council").Annotations(entgql.RelayConnection()).
			Comment("The decision records that the council published."),
		edge.From("wards", Ward.Type).Ref("council").Annotations(entgql.RelayConnection()).
			Comment("The areas that elect its councillors."),
		edge.From("parties", Party.Type).Ref("council").Annotations(entgql.RelayConnection()).
			Comment("The parties and groups that sit on it."),
		edge.From("sources", Source.Type).Ref("council").Annotations(entgql.RelayConnection()).
			Comment("The pages that were read."),
	}
}

// Indexes of Council.
func (Council) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("name_sort"), index.Fields("gss_code").Unique(), index.Fields("kind"),
		index.Fields("nation"), index.Fields("region"), index.Fields("system"),
		index.Fields("name"), index.Fields("short_name"), index.Fields("start_date"), index.Fields("end_date"),
	}
}

// Annotations of Council.
func (Council) Annotations() []schema.Annotation {
	return node("A council: a UK local authority that meets, debates and resolves.", "Councils of the register, whether or not any of their pages are in this graph yet.")
}
