package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"councilgraph/ingest/fetch"
	"councilgraph/ingest/harvest"
	"councilgraph/internal/config"
)

func runHarvest(ctx context.Context, c config.Config, names []string, o harvestOptions, s Streams) (err error) {
	if err := o.check(time.Now()); err != nil {
		return &usageError{err}
	}
	store, err := openCurated(ctx, c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.db.Close()) }()
	sites, err := store.sites(names, o)
	if err != nil {
		return &usageError{err}
	}
	told, end := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer end()
	all := len(sites)
	if o.every > 0 {
		all = 0
	}
	out := newHarvestOutput(s, o.asJSON, all, store.name)
	defer out.close()
	h := o.harvester(store, out)
	if o.documents {
		files, failed := o.reader()
		if failed != nil {
			return failed
		}
		defer func() { err = errors.Join(err, files.Close()) }()
		h.Pipeline.Files, h.FileBytes = files, o.maxFileBytes
	}
	if o.every > 0 {
		return o.rounds(told, store, h, sites, out)
	}
	if o.warc != "" {
		archive, failed := fetch.CreateWARC(o.warc, o.agent())
		if failed != nil {
			return fmt.Errorf("begin the web archive: %w", failed)
		}
		h.Archive = archive.Add
		defer func() { err = errors.Join(err, archive.Close()) }()
	}
	var work sync.WaitGroup
	room := make(chan struct{}, o.parallel)
	for _, site := range sites {
		work.Go(func() {
			room <- struct{}{}
			defer func() { <-room }()
			if told.Err() != nil {
				return
			}
			report, err := h.Run(ctx, o.task(site, told.Done()))
			out.done(report, err)
		})
	}
	work.Wait()
	return out.conclude()
}

// harvester is what harvests councils as the flags say.
func (o *harvestOptions) harvester(store *curated, out *harvestOutput) harvest.Harvester {
	manners := fetch.Manners(o.agent())
	manners.Pace, manners.Timeout, manners.MaxBytes, manners.Private = o.pace, o.timeout, o.maxBytes, o.private
	return harvest.Harvester{
		Site: fetch.NewLive(manners), Pipeline: store.pipeline(), Store: store.db.Client, Now: time.Now, Holder: worker(), Hosts: &harvest.Hosts{},
		Lease: o.lease, Log: out.log, Progress: out.progress,
	}
}

// worker is a name for this run that no other has.
func worker() string {
	host, err := os.Hostname()
	if err != nil {
		host = "unknown"
	}
	return fmt.Sprintf("%s %d %d", host, os.Getpid(), time.Now().UnixNano())
}

// harvestLog is where a harvest says what it does: in words on a terminal, else one JSON object a line.
func harvestLog(w io.Writer) *slog.Logger {
	if terminal(w) {
		return slog.New(slog.DiscardHandler)
	}
	return slog.New(slog.NewJSONHandler(w, nil))
}
