package page

import "net/http"

// Handler serves all pages, and says what is wrong of any other address. Mount it at /.
func (s *Site) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle(AssetPath, s.Assets())
	mux.Handle("/{$}", s.Page(s.homeMaker))
	mux.Handle("/councils", s.Page(s.councilsMaker))
	mux.Handle("/doc/", s.Page(s.docMaker()))
	mux.Handle("/list/", s.Page(s.listMaker))
	mux.Handle("/feeds/", s.answers(s.feedMaker))
	mux.Handle("/search", s.Page(s.searchMaker))
	mux.Handle("/coverage", s.Page(s.coverageMaker))
	mux.Handle("/coverage/", s.Page(s.coverageMaker))
	mux.Handle("/", s.Page(func(r *http.Request) (*View, error) {
		return nil, missing("Nothing is at " + short(200, r.URL.Path) + ". Search for what you are looking for, or start from the home page.")
	}))
	return mux
}
