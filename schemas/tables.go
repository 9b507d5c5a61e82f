// Package schemas says what the tables hold: the row types, how a document
// becomes rows, and the data dictionary that is generated from both.
//
// It is the one place where byte offsets become code points, so that in Python
// text[start:end] is the mention.
package schemas

// Version is the version of the row types. A change of a column's name, type
// or meaning raises it; it is written into every file.
const Version = 1

// Article is one article, whatever became of it.
type Article struct {
	ArticleID        string   `parquet:"article_id" doc:"id, made from URL and content; the same on every machine"`
	URL              string   `parquet:"url,optional" doc:"address of the page"`
	Site             string   `parquet:"site,optional,dict" doc:"host or portal that published the page"`
	Source           string   `parquet:"source,optional,dict" doc:"who wrote it first, where the page says so"`
	SourcePath       string   `parquet:"source_path,optional" doc:"file the article was read from; member and line follow after ! and :"`
	Author           string   `parquet:"author,optional" doc:"author that the page names"`
	Title            string   `parquet:"title,optional" doc:"title without the name of the site"`
	Published        *int32   `parquet:"published,optional,date" doc:"publication day"`
	PublishedFrom    string   `parquet:"published_from,dict" doc:"where that day was found: given, meta, page, url, text or none"`
	Lang             string   `parquet:"lang,optional,dict" doc:"language: en, zh-Hans or zh-Hant"`
	Text             string   `parquet:"text,optional" doc:"clean text; every start and end counts its code points"`
	Chars            int32    `parquet:"chars" doc:"code points of text"`
	Sentences        int32    `parquet:"sentences" doc:"sentences of text"`
	BoilerplateChars int32    `parquet:"boilerplate_chars" doc:"code points of the page that cleaning left out"`
	ContentHash      string   `parquet:"content_hash,optional" doc:"hash of what was read"`
	DuplicateOf      string   `parquet:"duplicate_of,optional" doc:"article_id of the first article with this text or nearly this text"`
	Status           string   `parquet:"status,dict" doc:"ok, skipped (passed over on purpose) or failed"`
	Reason           string   `parquet:"reason,optional" doc:"why it was skipped or failed"`
	Warnings         []string `parquet:"warnings,list" doc:"what was odd about it"`
}

// Sentence is one sentence of an article.
type Sentence struct {
	ArticleID string `parquet:"article_id,dict" doc:"the article"`
	Sentence  int32  `parquet:"sentence" doc:"number of the sentence in its article, from 0"`
	Paragraph int32  `parquet:"paragraph" doc:"number of its paragraph, from 0"`
	Start     int32  `parquet:"start" doc:"first code point in the article's text"`
	End       int32  `parquet:"end" doc:"code point after the last"`
	Text      string `parquet:"text" doc:"the sentence"`
}

// Mentioned holds the first columns of every table of mentions.
type Mentioned struct {
	ArticleID string `parquet:"article_id,dict" doc:"the article"`
	Sentence  *int32 `parquet:"sentence,optional" doc:"number of the sentence it starts in"`
	Start     int32  `parquet:"start" doc:"first code point in the article's text"`
	End       int32  `parquet:"end" doc:"code point after the last"`
	Text      string `parquet:"text" doc:"the words, text[start:end]"`
}

// Found holds the last columns of every table of mentions.
type Found struct {
	Confidence float64 `parquet:"confidence" doc:"how sure the extractor is, 0 to 1"`
	Rule       string  `parquet:"rule,dict" doc:"rule or model that found it"`
}

// Person is one mention of a person.
type Person struct {
	Mentioned
	Name     string `parquet:"name" doc:"full name, where the article gives it anywhere"`
	Role     string `parquet:"role,optional" doc:"position or occupation as written next to the name"`
	Body     string `parquet:"body,optional" doc:"body in which the role is held, as written"`
	BodyID   string `parquet:"body_id,optional,dict" doc:"entity of that body"`
	EntityID string `parquet:"entity_id,optional,dict" doc:"entity of the person"`
	Found
}

// Body is one mention of an organisation.
type Body struct {
	Mentioned
	Name     string `parquet:"name" doc:"full name, where the mention is a short form or acronym"`
	Kind     string `parquet:"kind,optional,dict" doc:"government, party, company, finance, association, education, research, media, medical, military, international, sports or other"`
	Acronym  string `parquet:"acronym,optional,dict" doc:"its acronym"`
	PartOf   string `parquet:"part_of,optional" doc:"body it belongs to, where the name says so"`
	EntityID string `parquet:"entity_id,optional,dict" doc:"entity of the body"`
	Found
}

// Place is one mention of a place.
type Place struct {
	Mentioned
	Name     string `parquet:"name" doc:"full name where known"`
	Kind     string `parquet:"kind,optional,dict" doc:"country, province, prefecture, county, town, zone, natural, facility and others"`
	Country  string `parquet:"country,optional,dict" doc:"country it lies in, ISO 3166-1 alpha-2"`
	Code     string `parquet:"code,optional,dict" doc:"GB/T 2260 code of a division of China"`
	EntityID string `parquet:"entity_id,optional,dict" doc:"entity of the place"`
	Found
}

// Date is one time expression.
type Date struct {
	Mentioned
	Value    string `parquet:"value" doc:"resolved value: 2016-11-24, 2020-Q1, 2023-01/2023-05, P3Y, R/P1Y, PAST_REF"`
	Kind     string `parquet:"kind,dict" doc:"point, interval, duration, frequency or vague"`
	FirstDay *int32 `parquet:"first_day,optional,date" doc:"first day it covers"`
	LastDay  *int32 `parquet:"last_day,optional,date" doc:"last day it covers"`
	Mod      string `parquet:"mod,optional,dict" doc:"START, MID, END, APPROX, BEFORE, AFTER, MORE_THAN or LESS_THAN"`
	Found
}

// Figure is one quantity.
type Figure struct {
	Mentioned
	Value    *float64 `parquet:"value,optional" doc:"value in full: 10 billion is 10000000000, 7.5 percent is 7.5"`
	Value2   *float64 `parquet:"value2,optional" doc:"upper end of a range"`
	Decimal  string   `parquet:"decimal,optional" doc:"value, exactly"`
	Unit     string   `parquet:"unit,dict" doc:"ISO 4217 code, percent, percentage_point, fraction, times, age_year, count or a measure such as km"`
	UnitKind string   `parquet:"unit_kind,optional,dict" doc:"money, count, ratio, length, area, mass and others"`
	Currency string   `parquet:"currency,optional,dict" doc:"ISO 4217 code of a sum of money"`
	Item     string   `parquet:"item,optional" doc:"what is counted or measured, as written"`
	Of       string   `parquet:"of,optional" doc:"the whole that a share is taken of, as written"`
	Cmp      string   `parquet:"cmp,dict" doc:"=, > (more than), >= (at least), < (less than), <= (up to) or ~ (about)"`
	Change   string   `parquet:"change,optional,dict" doc:"up or down where the figure is the size of a change"`
	Basis    string   `parquet:"basis,optional,dict" doc:"yoy (year on year) or mom (month on month)"`
	FirstDay *int32   `parquet:"first_day,optional,date" doc:"first day of the time that the figure holds for"`
	LastDay  *int32   `parquet:"last_day,optional,date" doc:"last day of it"`
	Found
}

// Quote is one thing said.
type Quote struct {
	Mentioned
	Speaker   string `parquet:"speaker,optional" doc:"full name of who said it, or the body that did"`
	SpeakerID string `parquet:"speaker_id,optional,dict" doc:"entity of the speaker"`
	Verb      string `parquet:"verb,optional,dict" doc:"reporting verb as written"`
	Kind      string `parquet:"kind,dict" doc:"direct (between quotation marks, or a turn of a transcript) or indirect"`
	Found
}

// Fact is one relation that an article states.
type Fact struct {
	Mentioned
	Relation  string `parquet:"relation,dict" doc:"holds_position, attended, held_on, located_in, part_of, established, alias and others"`
	Subject   string `parquet:"subject" doc:"as written"`
	SubjectID string `parquet:"subject_id,optional,dict" doc:"entity of the subject"`
	Object    string `parquet:"object,optional" doc:"as written"`
	ObjectID  string `parquet:"object_id,optional,dict" doc:"entity of the object"`
	FirstDay  *int32 `parquet:"first_day,optional,date" doc:"first day it holds for"`
	LastDay   *int32 `parquet:"last_day,optional,date" doc:"last day it holds for"`
	Found
}

// Entity is one person, body or place of the world, as the articles of one
// run know it. Counts add up over runs.
type Entity struct {
	EntityID  string   `parquet:"entity_id" doc:"place/CN-130900, body/miit, person/xu-xiaolan; the same in every run"`
	Label     string   `parquet:"label,dict" doc:"person, body or place"`
	Kind      string   `parquet:"kind,optional,dict" doc:"kind of body or place"`
	Name      string   `parquet:"name" doc:"best name, in the language of its first article"`
	NameEN    string   `parquet:"name_en,optional" doc:"English name"`
	NameZH    string   `parquet:"name_zh,optional" doc:"Chinese name"`
	Aliases   []string `parquet:"aliases,list" doc:"other names, sorted"`
	Mentions  int64    `parquet:"mentions" doc:"mentions in the articles of this run"`
	Articles  int64    `parquet:"articles" doc:"articles of this run that mention it"`
	FirstSeen *int32   `parquet:"first_seen,optional,date" doc:"earliest publication day among them"`
	LastSeen  *int32   `parquet:"last_seen,optional,date" doc:"latest publication day among them"`
}

// Run is one run. It alone depends on the clock.
type Run struct {
	RunID    string   `parquet:"run_id" doc:"id; the same input into the same tables gives the same id"`
	Started  int64    `parquet:"started,timestamp(microsecond)" doc:"when it began, UTC"`
	Finished int64    `parquet:"finished,timestamp(microsecond)" doc:"when its tables were complete, UTC"`
	Version  string   `parquet:"version" doc:"version of smelt"`
	Inputs   []string `parquet:"inputs,list" doc:"what it was pointed at"`
	Articles int64    `parquet:"articles" doc:"articles in its tables, skipped and failed ones included"`
	Skipped  int64    `parquet:"skipped" doc:"articles skipped"`
	Failed   int64    `parquet:"failed" doc:"articles failed"`
	Bytes    int64    `parquet:"bytes" doc:"bytes of stored input read"`
	Seconds  float64  `parquet:"seconds" doc:"time from start to finish"`
}
