package load

import (
	"regexp"
	"slices"
	"strings"

	"councilgraph/ingest/record"
)

// standing are the titles of business that belongs to the meeting and not to a matter, folded, in English
// and Welsh, with _ for a space. One that ends in an asterisk stands for all titles that begin so.
var standing = strings.Fields(`
apolog* ymddiheuriad* to_receive_apolog* to_receive_any_apolog* substitut* eilyddion attendance attendances present membership_and_apolog* welcome* croeso* introductions roll_call
declarations declarations_* declaration_of_interest* declaration_of_any* declaration_of_member* disclosure_of_interest* disclosure_of_pecuniary* disclosures_of_*
to_receive_declaration* to_receive_any_declaration* to_declare* datgan_budd* datganiad_o_fudd* datganiadau_o_fudd* datganiadau_o_ddiddordeb* interests members_interests*
minutes* the_minutes* cofnodion* to_approve_the_minutes* to_confirm_the_minutes* to_agree_the_minutes* to_receive_the_minutes* to_sign_the_minutes* confirmation_of_minutes* confirmation_of_the_minutes*
approval_of_minutes* approval_of_the_minutes* signing_of_minutes* signing_of_the_minutes* draft_minutes* exempt_minutes* confidential_minutes* public_minutes* record_of_the_previous_meeting* record_of_previous_meeting* matters_arising* materion_yn_codi*
notes_of_the_last_meeting* notes_of_the_previous_meeting* notes_of_previous_meeting*
exclusion_of_* exclusion to_exclude_the_* gwahardd_* eithrio_* local_government_act_1972* exempt_information* exempt_business* exempt_items* part_2 part_ii private_session* items_containing_exempt* confidential_items* confidential_business*
change_in_the_order* change_in_order* change_to_the_order* change_to_order* change_of_order* order_of_business* order_of_agenda* variation_of_order* variation_of_the_order* variation_to_the_order* variation_in_order* suspension_of_standing_orders*
election_of_chair* election_of_a_chair* election_of_the_chair* election_of_vice* election_of_a_vice* election_of_mayor* election_of_the_mayor* election_of_deputy* to_elect_* appointment_of_chair* appointment_of_the_chair* appointment_of_a_chair* appointment_of_vice*
appointment_of_deputy_chair* appointment_of_deputy_mayor* ethol_cadeirydd* penodi_cadeirydd* penodi_is_gadeirydd*
urgent_business* urgent_items* urgent_item urgent_matters* any_urgent* any_other_business* any_other_urgent* any_other_item* other_business* other_urgent* items_of_urgent* business_of_an_urgent* materion_brys* unrhyw_fater* unrhyw_fusnes* eitemau_brys* late_items* late_business*
to_consider_any_urgent* to_consider_any_other*
chairs_announcement* chairs_communication* chairs_opening* chairs_introduct* chairs_update* chairs_report* chairmans_* chairpersons_* mayors_announcement* mayors_communication* announcements* communications leaders_announcement* cyhoeddiadau*
opening_remarks* closing_remarks* close_of_meeting* close_of_the_meeting* end_of_meeting* adjournment* prayer prayers minutes_silence*
public_question* questions questions_from_* questions_by_* questions_to_* questions_on_* questions_under_* questions_submitted* question_time* written_questions* members_questions* member_questions* oral_questions* public_participation* public_speaking* public_forum* public_speakers*
cwestiynau* deputations deputations_and_* petitions petitions_and_* to_receive_petitions* receipt_of_petitions* deisebau* open_forum* addresses_by_* addresses_from_*
date_of_next* date_of_the_next* date_of_future* dates_of_next* dates_of_future* dates_of_meetings* date_and_time_of* date_time_and* time_and_date* next_meeting* future_meetings* dyddiad_y_cyfarfod* dyddiad_cyfarfod*
work_programme* forward_work_programme* committee_work_programme* scrutiny_work_programme* forward_plan* work_plan* blaenraglen* rhaglen_waith* agenda agenda_plan* calendar_of_meetings* programme_of_meetings*
notice_of_motion notices_of_motion motions notices_of_motions reports_of_committees reports_from_committees items_for_information information_items for_information items_for_noting housekeeping* fire_evacuation* filming* webcasting* emergency_procedure* background_papers
planning_applications applications_for_planning_permission schedule_of_planning_applications schedule_of_applications applications_to_be_determined planning_appeals site_visits delegated_decisions updates members_updates actions action_list action_sheet action_tracker outstanding_actions
called_in_decisions call_in called_in_items items_called_in decisions_called_in consideration_of_call_ins
`)

// procedural says whether a title is that of standing business. The title is folded.
func procedural(title string) bool {
	words := strings.ReplaceAll(title, " ", "_")
	return slices.ContainsFunc(standing, func(s string) bool {
		if begin, ok := strings.CutSuffix(s, "*"); ok {
			return strings.HasPrefix(words, begin)
		}
		return words == s
	})
}

// common are words of titles that do not tell one matter from another.
var common = wordSet(`a an and or the of for to in on at by with from as its his their our into over under up
report reports update updates review reviews annual quarterly quarter monthly month year years mid end half first second third fourth final draft revised proposed proposal proposals interim
performance budget budgets monitoring strategy strategic plan plans planning policy policies programme programmes progress committee council councils cabinet executive board panel forum scrutiny overview sub
minutes agenda item items consultation outcome outcomes statement statements account accounts capital revenue financial finance treasury management outturn risk risks register audit internal external corporate
key decision decisions delegated service services work working group task presentation verbal information briefing summary feedback recommendation recommendations matters business application applications
motion notice member members cllr councillor councillors officer officers director head cover paper papers appendix part exempt confidential public private q1 q2 q3 q4 i ii iii iv
adroddiad adroddiadau y yr ar o i a ac am gan cyllideb cynllun strategaeth polisi pwyllgor cyngor cabinet blynyddol diweddariad`)

func wordSet(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// period is a year, or two digits as in 2016/17.
var period = regexp.MustCompile(`^(?:(?:19|20)\d\d|\d\d)$`)

// distinctive says whether a title, folded, tells one matter from all others of a council: it is no
// standing business, and holds two words, or a word and a year, that other titles do not share.
func distinctive(title string) bool {
	if procedural(title) {
		return false
	}
	telling, year := 0, 0
	for _, w := range strings.Fields(title) {
		switch {
		case period.MatchString(w):
			year = 1
		case !common[w] && (len(w) > 1 || w >= "0" && w <= "9"):
			telling++
		}
	}
	return telling > 1 || telling == 1 && year == 1
}

// titleKey is what items of one distinctive title have in common, "" for all others.
func titleKey(title string) string {
	const longest = 100
	plain := folded(title)
	if !distinctive(plain) {
		return ""
	}
	return record.Shorten(plain, longest, " ")
}

// callIn says whether an item is the hearing of a decision's call-in, by its title.
func callIn(title string) bool {
	plain := " " + folded(title) + " "
	return strings.Contains(plain, " call in ") || strings.Contains(plain, " called in ") || strings.Contains(plain, " call ins ")
}

// threadSort is an item's place in time: its day, what is undated last, and on one day the hearing of a
// call-in behind the decision.
func threadSort(date, title string) string {
	key := "1"
	if date != "" {
		key = "0" + date
	}
	if callIn(title) {
		return key + " 1"
	}
	return key + " 0"
}
