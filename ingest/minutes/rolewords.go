package minutes

// The last word of a role, by the kind of person who bears it. A role may have words before it
// ("Interim Social Care Director") and behind it ("of Public Health", ", Place", " - Customer Services").
var (
	memberRoleHeads = wordSet(`leader mayor provost convener convenor chair chairman chairwoman chairperson vice-chair vice-chairman vice-chairperson vice-convener
 vice-chairwoman bailie whip deputy-mayor co-chair depute cadeirydd arweinydd maer is-gadeirydd`)
	officerRoleHeads = wordSet(`director officer manager clerk solicitor treasurer engineer planner surveyor auditor accountant lawyer adviser advisor
 registrar coordinator co-ordinator consultant analyst barrister architect strategist ecologist controller administrator specialist proctor archivist
 secretary cyfarwyddwr swyddog gweithredwr weithredwr headteacher head-teacher technician arboriculturist chamberlain`)
	otherRoleHeads = wordSet(`inspector superintendent commander representative spokesperson constable governor trustee president ombudsman delegate co-optee advocate champion`)
	// heads behind which a comma or a dash gives the department: Corporate Director, Place
	departmentHeads = wordSet(`director manager officer head head-of executive solicitor lead`)
	// "X Member" is a role only with one of these before Member
	memberBefore = wordSet(`cabinet executive lead portfolio ward aelod`)
	// words that make what stands before them a thing, not a person: Officer Report, Chair's Announcements
	roleThings = wordSet(`report reports recommendation recommendations announcement announcements update updates question questions decision decisions advice delegation
 delegations code protocol induction role roles meeting meetings group groups training agreement review scheme team unit panel charity appeal fund allowance
 commentary comments presentation response responses correspondence communications office development election appointment appointments allowances of-state services service support contact`)
	determiners = wordSet(`the a an our its his her their new former outgoing incoming current previous newly y yr`)
	// a capital word that begins a clause, so that no role reaches back over it
	clauseWords = wordSet(`in on at by for from to of with when while where as if that this these those there he she it they we who which what how why after before
 during following further both all any no not also however whilst once although since under members councillors officers questions in responding having noting thanking asked
 to-be report reports contact decision resolved recommended agreed noted minutes note councillor cllr supported motion item presented councillors vacancy purpose
 and or but be is was were has have had did would should could may might agree approve delegate authorise authority authorises note notes`)
	officerRoleLower = wordSet(`director officer clerk solicitor manager adviser advisor planner engineer`)
	memberRoleLower  = wordSet(`leader mayor provost convener chair chairman chairwoman chairperson vice-chair vice-chairman`)
	departmentLower  = wordSet(`planning housing finance resources public health children's services adult social care education highways transport environment governance law
 legal development regeneration communities corporate place people property assets operations strategy culture leisure and customer`)
)
