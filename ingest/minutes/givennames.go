package minutes

// givenNames are common given names in the United Kingdom. They only tell a name without a title from
// other words with capitals, and "Councillors George and Judith X" from two surnames.
var givenNames = wordSet(`aaron abdul abigail adam adrian ahmed aidan aileen ailsa aisha alan alasdair alastair albert alec alex alexander alexandra alfred ali alice
 alison alistair allan allison alun alwyn amanda amber amelia amina amir amy andre andrea andrew andy aneurin angela angus anita ann anna anne annette annie anthony
 antony anwen april archie arfon arthur arwel ashley asif audrey barbara barry basil beatrice becky ben benjamin bernadette bernard beryl beth bethan betty bev beverley
 bhupinder bill bob brenda brendan brian bridget bronwen bruce bryan bryn callum calum cameron carl carla carol carole caroline carolyn carwyn catherine cathy catrin
 ceri charles charlie charlotte cherry cheryl chloe chris christian christina christine christopher ciaran claire clare claudia cleo clive colette colin connor craig
 cynthia dafydd daisy damian dan daniel danielle danny daphne darren dave david dawn dean debbie deborah declan deirdre delyth denis denise dennis derek derrick dewi
 diana diane dilwyn dilys dominic don donald donna doreen doris dorothy doug douglas duncan dylan ed eddie edgar edith edna edward edwin effie eifion eileen eilidh elaine
 eleanor elfed elin elizabeth ella ellen ellie elsie elspeth elwyn emily emlyn emma emyr eric erica erin ernest ethan eunice euan eva evan eve evelyn ewan ewen farida
 fatima fay felicity fergus fiona florence frances francesca francis frank fraser fred frederick gabriel gail gareth garry gary gavin gemma geoff geoffrey george georgia
 georgina gerald geraldine gerard gerry gethin gilbert gill gillian glen glenda glenn glenys glyn gordon grace graeme graham grant greg gregory greta gurpreet guy gwen
 gwenda gwyn gwyneth hamish hannah hari harold harriet harry hasan hassan hayley hazel heather hefin helen helena henry herbert hilary holly howard hugh huw hywel iain
 ian ianto ibrahim idris ieuan ifor imran ingrid iolo iorwerth irene iris isaac isabel isabella ivan ivor iwan jack jackie jacob jacqueline jacqui jake james jamie jan
 jane janet janette janice jasmine jason javed jay jayne jean jeanette jeff jeffrey jennie jennifer jenny jeremy jerry jess jessica jill jillian jim jimmy jo joan joanna
 joanne joe joel john johnny jon jonathan jordan joseph josephine josh joshua joy joyce juan judith judy julia julian julie juliet june justin karen karl kate katherine
 kathleen kathryn kathy katie katrina kay keith kelly ken kenneth kenny kerry kevin khalid kieran kim kirsten kirsty kit kofi kyle laura lauren laurence lawrence leah
 leanne lee len leo leonard les lesley leslie lewis liam lily linda lindsay lindsey lisa liz lloyd logan lois lorna lorraine louis louise lowri luca lucy luke lydia
 lyn lynda lynn lynne mabel madeleine magnus mair mala malcolm mandy marc marcus margaret maria marian marie marilyn marion marjorie mark martha martin martyn mary
 matt matthew maureen maurice max maxine maya megan mel melanie melissa mervyn meurig mia michael michelle mick mike miles millie miriam mohammad mohammed moira
 molly monica morag morgan moses muhammad muriel murray myra nadia nancy naomi natalie natasha nathan neil nerys neville niall nicholas nichola nick nicky nicola nicole
 nigel nikki nina noel nora norma norman odette oliver olivia oscar oswald owen oyin pamela paolo pat patricia patrick paul paula pauline peggy penelope penny pete
 peter petra phil philip philippa phillip phyllis pippa polly priya quentin rachael rachel raj rajesh ralph ray raymond rebecca reg reginald rhian rhiannon rhodri rhona
 rhys richard rita rob robert roberta robin rod roderick rodney roger roisin roland ron ronald ronnie rory rosa rosalind rose rosemary rosie ross roy ruby rupert russell
 ruth ryan sadia sadie sally sam samantha samir samuel sandra sara sarah sean sebastian selina shahid shane sharon shaun sheena sheila shelley shirley sian siân sid sidney
 simon sioned sophia sophie stacey stan stanley stella stephanie stephen steve steven stewart stuart sue sunil susan susanna suzanne sylvia tamara tamsin tania tanya
 tara ted terence teresa terry tessa theo theresa thomas tim timothy tina toby tom tommy tony tracey tracy trevor trish tristan tudor una ursula val valerie vanessa
 vera verity vernon vicki vicky victor victoria vikki vincent viv vivian vivien vivienne wayne wendy wilf wilfred will william winifred winston yasmin yvette yvonne zac
 zachary zara zoe bo mo mohamed hussain leila layla nazia rashid sanjay sunita anil deepak harpreet jaswinder manjit mandeep ranjit sukhdev tariq usman yusuf zainab`)

// givenOrSurname are given names that are common surnames as well: "Councillors Allan and Len Ire" are
// two members of two names.
var givenOrSurname = wordSet(`allan alexander andrew andrews anthony barry bruce bryan bryn cameron christian clive craig daniel dean douglas duncan eddie ellis evan fraser
 fred gail gilbert glen gordon graham grant gregory harris harry harvey henry howard howell iorwerth ivan jack jackson james jay john jordan joseph joyce kay kelly ken
 kerr lawrence lee leonard leslie lewis lloyd logan louis lynn martin martyn mason max may maurice miles mitchell morgan morris murray neil neville norman oliver owen patrick
 paul perry peter philip phillip quentin ralph ray raymond reid rhys richard robert robin roger ronald rose ross roy russell ryan scott sean simon stanley stephen steven
 stewart stuart terence thomas todd tony tudor vernon victor vincent walter warren wayne william winston`)
