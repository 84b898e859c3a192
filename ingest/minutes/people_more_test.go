package minutes

import "testing"

func TestPeopleOfManyKinds(t *testing.T) {
	testPeople(t, []peopleCase{
		{
			[]string{"# APOLOGIES", "Cafwyd ymddiheuriadau am absenoldeb gan y Cynghorwyr A. Puw, G.Ll. Rhys a T.M. Bowen a Mr Huw Prys (Prif Weithredwr)."},
			[]string{
				"apologies: A. Puw | A. Puw | councillor",
				"apologies: G.Ll. Rhys | G.Ll. Rhys | councillor",
				"apologies: T.M. Bowen | T.M. Bowen | councillor",
				"apologies: Mr Huw Prys | Huw Prys | officer | Prif Weithredwr",
			},
		},
		{
			[]string{"# Apologies", "Apologies for absence were received from Councillors George and Judith Larkin, and J. and P. Quick."},
			[]string{
				"apologies: George | George Larkin | councillor",
				"apologies: Judith Larkin | Judith Larkin | councillor",
				"apologies: J. | J. Quick | councillor",
				"apologies: P. Quick | P. Quick | councillor",
			},
		},
		{
			[]string{"# Apologies for Absence", "Apologies for absence were submitted on behalf of Councillors K. Ash, L. Birch, the Deputy Mayor (Councillor M. Cole) and the Reverend P Dean.", "Councillor N Elm was absent without apology."},
			[]string{
				"apologies: K. Ash | K. Ash | councillor",
				"apologies: L. Birch | L. Birch | councillor",
				"apologies: Councillor M. Cole | M. Cole | councillor | Deputy Mayor",
				"apologies: Reverend P Dean | P Dean | other",
				"absent: Councillor N Elm | N Elm | councillor",
			},
		},
		{
			[]string{"Councillor D. Frame (In the Chair) (C70/19 - C73/19)", "Councillors: R. Gale, S. Hume and T. Ives", "Also Present: Councillor U Judd", "In attendance: Ann Keen (Head of Finance), Bob Lunn (Democratic Services Officer)"},
			[]string{
				"chair: Councillor D. Frame | D. Frame | councillor",
				"mentioned: R. Gale | R. Gale | councillor",
				"mentioned: S. Hume | S. Hume | councillor",
				"mentioned: T. Ives | T. Ives | councillor",
				"present: Councillor U Judd | U Judd | councillor",
				"present: Ann Keen | Ann Keen | officer | Head of Finance",
				"present: Bob Lunn | Bob Lunn | officer | Democratic Services Officer",
			},
		},
		{
			[]string{"# Present", "P Councillor A Moss", "A Councillor B Nutt"},
			[]string{
				"mentioned: Councillor A Moss | A Moss | councillor",
				"mentioned: Councillor B Nutt | B Nutt | councillor",
			},
		},
		{
			[]string{"# Questions by Members", "Question from Councillor Oakes to the Leader of the Council:", "\"When will the road be mended?\"", "Answer: The Leader replied that work would begin in May. Councillor Oakes asked, by way of a supplementary question, whether funds had been set aside."},
			[]string{
				"speaker: Councillor Oakes | Oakes | councillor",
				"mentioned: the Leader of the Council |  | councillor | Leader of the Council",
				"speaker: The Leader |  | councillor | Leader",
			},
		},
		{
			[]string{"# Public Questions", "Mr P Quaife of Weir Lane asked the following question: Why?", "Mrs S Rowe had submitted a question but was not present. The Chairman read out the answer.", "Ms T Upton presented a petition of 312 signatures."},
			[]string{
				"speaker: Mr P Quaife | P Quaife | public",
				"absent: Mrs S Rowe | S Rowe | public",
				"speaker: The Chairman |  | councillor | Chairman",
				"presenter: Ms T Upton | T Upton | public",
			},
		},
		{
			[]string{"The Mayor (Councillor V Wade) in the Chair. Councillor Xavier Yule took the chair for this item."},
			[]string{
				"chair: Councillor V Wade | V Wade | councillor | Mayor",
				"chair: Councillor Xavier Yule | Xavier Yule | councillor",
			},
		},
		{
			[]string{"The Cabinet Member for Housing, Communities and Leisure presented the report. She was supported by Zoe Ash, Interim Director of Place, and the Assistant Director (Planning). The Assistant Director for Legal, Governance and Contracts advised Members on the risk."},
			[]string{
				"presenter: The Cabinet Member for Housing, Communities and Leisure |  | councillor | Cabinet Member for Housing, Communities and Leisure",
				"mentioned: Zoe Ash | Zoe Ash | officer | Interim Director of Place",
				"mentioned: the Assistant Director (Planning) |  | officer | Assistant Director (Planning)",
				"speaker: The Assistant Director for Legal, Governance and Contracts |  | officer | Assistant Director for Legal, Governance and Contracts",
			},
		},
		{
			[]string{"The Lead Member for Finance moved the recommendations, which were seconded by the Deputy Leader. Councillor Bird queried the savings target; the Section 151 Officer undertook to circulate a note."},
			[]string{
				"mover: The Lead Member for Finance |  | councillor | Lead Member for Finance",
				"seconder: the Deputy Leader |  | councillor | Deputy Leader",
				"speaker: Councillor Bird | Bird | councillor",
				"speaker: the Section 151 Officer |  | officer | Section 151 Officer",
			},
		},
		{
			[]string{"It was proposed by Mr A J Capps and seconded by Mrs L Dell that the report be noted.", "On the motion of Mr E Ford, seconded by Mrs G Hay, it was resolved unanimously."},
			[]string{
				"mover: Mr A J Capps | A J Capps | councillor",
				"seconder: Mrs L Dell | L Dell | councillor",
				"mover: Mr E Ford | E Ford | councillor",
				"seconder: Mrs G Hay | G Hay | councillor",
			},
		},
		{
			[]string{"Councillors I Jupp, K Lamb and M Nash spoke in support. In debate Councillors Orr and Pell made the following points."},
			[]string{
				"speaker: I Jupp | I Jupp | councillor",
				"speaker: K Lamb | K Lamb | councillor",
				"speaker: M Nash | M Nash | councillor",
				"speaker: Orr | Orr | councillor",
				"speaker: Pell | Pell | councillor",
			},
		},
		{
			[]string{"At the invitation of the Chair, Councillor Ruth Stone, ward member for Holt, addressed the Committee. The Committee heard from Inspector Tom Uren of Northshire Police and Dr Vera White (Clinical Lead, Northshire NHS Trust)."},
			[]string{
				"mentioned: the Chair |  | councillor | Chair",
				"speaker: Councillor Ruth Stone | Ruth Stone | councillor",
				"speaker: Inspector Tom Uren | Tom Uren | other",
				"speaker: Dr Vera White | Vera White | other | Clinical Lead, Northshire NHS Trust",
			},
		},
		{
			[]string{"RECOMMENDED to Council that Councillor A Young be appointed as Vice-Chairman and that the Monitoring Officer be authorised to amend the Constitution."},
			[]string{
				"mentioned: Councillor A Young | A Young | councillor | Vice-Chairman",
				"mentioned: the Monitoring Officer |  | officer | Monitoring Officer",
			},
		},
		{
			[]string{"The Head of Legal Services & Monitoring Officer outlined the report. The Service Director - Environment responded to questions. The Strategic Director: Resources said that reserves stood at £12.4 million. The Democratic Services Manager and Deputy Monitoring Officer introduced the item."},
			[]string{
				"presenter: The Head of Legal Services & Monitoring Officer |  | officer | Head of Legal Services & Monitoring Officer",
				"speaker: The Service Director - Environment |  | officer | Service Director - Environment",
				"speaker: The Strategic Director: Resources |  | officer | Strategic Director: Resources",
				"presenter: The Democratic Services Manager and Deputy Monitoring Officer |  | officer | Democratic Services Manager and Deputy Monitoring Officer",
			},
		},
		{
			[]string{"Ward Members Councillors Kay and Lowe attended and spoke on the item. County Councillor M. Neal gave an update. PCC Owen was not there."},
			[]string{
				"speaker: Kay | Kay | councillor",
				"speaker: Lowe | Lowe | councillor",
				"presenter: County Councillor M. Neal | M. Neal | councillor",
			},
		},
		{
			[]string{"Councillor Mrs Q. Reeve-Tan OBE DL, Executive Member for Adult Social Care and Health, updated the Board on flu jabs. Cllr. Sid Toms raised a query about parking, to which the Parking Manager responded."},
			[]string{
				"presenter: Councillor Mrs Q. Reeve-Tan OBE DL | Q. Reeve-Tan | councillor | Executive Member for Adult Social Care and Health",
				"speaker: Cllr. Sid Toms | Sid Toms | councillor",
				"speaker: the Parking Manager |  | officer | Parking Manager",
			},
		},
		{
			[]string{"The Leader of the Opposition, Councillor U. Vane, expressed concern. The Leader of the Labour Group seconded the amendment."},
			[]string{
				"speaker: Councillor U. Vane | U. Vane | councillor | Leader of the Opposition",
				"seconder: The Leader of the Labour Group |  | councillor | Leader of the Labour Group",
			},
		},
		{
			[]string{"Councillor Wynne thanked Jim Yeo, who was retiring, for 30 years' service."},
			[]string{
				"speaker: Councillor Wynne | Wynne | councillor",
				"mentioned: Jim Yeo | Jim Yeo | other",
			},
		},
		{
			[]string{"Councillor Abel moved the recommendations in the report. Councillor Bass seconded the motion and reserved the right to speak. Councillor Cade moved an amendment, which was seconded by Councillor Dyer, to delete paragraph 3. Upon being put to the vote the amendment was lost. Councillor Abel accepted the point made by Councillor Cade."},
			[]string{
				"mover: Councillor Abel | Abel | councillor",
				"seconder: Councillor Bass | Bass | councillor",
				"mover: Councillor Cade | Cade | councillor",
				"seconder: Councillor Dyer | Dyer | councillor",
			},
		},
		{
			[]string{"The Principal Licensing Officer and the Council's Solicitor attended. The applicant, Mr Ed Fry, was represented by Ms Gill Hunt, solicitor. PC Ian Jay gave evidence."},
			[]string{
				"present: The Principal Licensing Officer |  | officer | Principal Licensing Officer",
				"present: the Council's Solicitor |  | officer | Council's Solicitor",
				"mentioned: Mr Ed Fry | Ed Fry | public | applicant",
				"mentioned: Ms Gill Hunt | Gill Hunt | other",
				"speaker: PC Ian Jay | Ian Jay | other",
			},
		},
		{
			[]string{"MOVED by Councillor K Low SECONDED by Councillor M Noy", "Proposed by Cllr P Oak, seconded by Cllr R Syme.", "Proposer: Councillor T Udall Seconder: Councillor V Wise"},
			[]string{
				"mover: Councillor K Low | K Low | councillor",
				"seconder: Councillor M Noy | M Noy | councillor",
				"mover: Cllr P Oak | P Oak | councillor",
				"seconder: Cllr R Syme | R Syme | councillor",
				"mover: Councillor T Udall | T Udall | councillor",
				"seconder: Councillor V Wise | V Wise | councillor",
			},
		},
		{
			[]string{"(Councillor X Yorke moved, Councillor Z Able seconded)"},
			[]string{
				"mover: Councillor X Yorke | X Yorke | councillor",
				"seconder: Councillor Z Able | Z Able | councillor",
			},
		},
		{
			[]string{"# ELECTION OF MAYOR", "It was proposed by Councillor Bay and seconded by Councillor Mrs L. Hodge that Councillor Mack be nominated. The Mayor asked for more.", "RESOLVED: That Councillor Mack be elected Mayor for the Municipal Year."},
			[]string{
				"mover: Councillor Bay | Bay | councillor",
				"seconder: Councillor Mrs L. Hodge | L. Hodge | councillor",
				"chair: Councillor Mack | Mack | councillor | Mayor",
				"speaker: The Mayor |  | councillor | Mayor",
			},
		},
		{
			[]string{"# Leisure Facilities (Relevant Portfolio Holder: Councillor Yvonne Gale)", "The report of the Corporate Director of Place & Community was considered. The legal advisor to the Committee advised Members."},
			[]string{
				"mentioned: Councillor Yvonne Gale | Yvonne Gale | councillor",
				"mentioned: the Corporate Director of Place & Community |  | officer | Corporate Director of Place & Community",
				"speaker: The legal advisor |  | officer | legal advisor",
			},
		},
		{
			[]string{"# Apologies", "There were apologies from Councillors Lee Ash MBE (due to mayoral business), and Darren Mole; and for lateness from Councillors Neil Coy and Abdul Mo."},
			[]string{
				"apologies: Lee Ash MBE | Lee Ash | councillor",
				"apologies: Darren Mole | Darren Mole | councillor",
				"present: Neil Coy | Neil Coy | councillor",
				"present: Abdul Mo | Abdul Mo | councillor",
			},
		},
		{
			[]string{"Interim Head of Service Gwen Hill and Programme Lead Ivo Jones answered questions. Sam Lane and Tia Moss from the Performance Team presented the dashboard. Una Nash of Grant Thornton spoke. Internal Audit and Thames Water advised."},
			[]string{
				"speaker: Gwen Hill | Gwen Hill | officer | Interim Head of Service",
				"speaker: Ivo Jones | Ivo Jones | officer | Programme Lead",
				"presenter: Sam Lane | Sam Lane | other",
				"presenter: Tia Moss | Tia Moss | other",
				"speaker: Una Nash | Una Nash | other",
			},
		},
		{
			[]string{"Councillor Dell then moved as an amendment, seconded by Councillor Dix:-", "On a division, there voted:- For the motion by the Convener (4)  -  the Convener; the Vice Convener; and Councillors Allan and Len Ire CBE; For the amendment by Councillor Dell (1)  - Councillor Dell; Declined to vote (2) Councillors Cam and RE Mac."},
			[]string{
				"mover: Councillor Dell | Dell | councillor",
				"voted_against: Councillor Dell | Dell | councillor",
				"seconder: Councillor Dix | Dix | councillor",
				"mover: the Convener |  | councillor | Convener",
				"voted_for: the Convener |  | councillor | Convener",
				"voted_for: the Vice Convener |  | councillor | Vice Convener",
				"voted_for: Allan | Allan | councillor",
				"voted_for: Len Ire CBE | Len Ire | councillor",
				"mentioned: Cam | Cam | councillor",
				"mentioned: RE Mac | RE Mac | councillor",
			},
		},
		{
			[]string{"# Adolygiad", "Diolchodd y Cynghorydd Aled Shaw i Mr Curzon. Cynigiodd y Cynghorydd Ann Rees ac eiliodd y Cynghorydd Bob Puw. Cyflwynodd yr Arweinydd, y Cynghorydd Non Teg, yr adroddiad."},
			[]string{
				"speaker: Cynghorydd Aled Shaw | Aled Shaw | councillor",
				"mentioned: Mr Curzon | Curzon | other",
				"mover: Cynghorydd Ann Rees | Ann Rees | councillor",
				"seconder: Cynghorydd Bob Puw | Bob Puw | councillor",
				"presenter: Cynghorydd Non Teg | Non Teg | councillor | Arweinydd",
			},
		},
		{
			[]string{"In the absence of the Portfolio Holder, the Leader presented the report. On behalf of the Cabinet Member, Councillor Bee introduced it. Questions were answered by the Chief Planner and Group Manager Tom Reed."},
			[]string{
				"absent: the Portfolio Holder |  | councillor | Portfolio Holder",
				"presenter: the Leader |  | councillor | Leader",
				"mentioned: the Cabinet Member |  | councillor | Cabinet Member",
				"presenter: Councillor Bee | Bee | councillor",
				"speaker: the Chief Planner |  | officer | Chief Planner",
				"speaker: Tom Reed | Tom Reed | officer | Group Manager",
			},
		},
	})
}
