package filetext

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync"
	"time"
)

// Process reads files in a process of its own, one after the other: what breaks down or never ends there takes nothing else
// with it. The process begins with the first file. It may be used by many goroutines.
type Process struct {
	// Command is the program and its arguments. It must call Serve.
	Command []string
	// Time is the most that a file may take; 0 is a minute.
	Time time.Duration

	mu  sync.Mutex
	run *running
}

type running struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

// question goes before the bytes of a file, answer is what comes back: a line of JSON each.
type question struct {
	Size     int    `json:"size"`
	Declared string `json:"declared"`
}

type answer struct {
	Text
	Reason string `json:"reason"` // one of reasons, "" where there is none
	Detail string `json:"detail"`
}

// reasons are the errors by the words for them between the processes.
var reasons = map[string]error{
	"no text": ErrNoText, "encrypted": ErrEncrypted, "unsupported": ErrUnsupported, "damaged": ErrDamaged, "web page": ErrWebPage,
}

// Read is as Reader.Read. A file that takes too long or breaks the process is damaged. The error is of another kind where the
// process cannot be had at all, or ctx is done.
func (p *Process) Read(ctx context.Context, content []byte, declared string) (Text, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.run == nil {
		if err := p.start(); err != nil {
			return Text{}, fmt.Errorf("start the process that reads files: %w", err)
		}
	}
	most := p.Time
	if most == 0 {
		most = time.Minute
	}
	type result struct {
		answer answer
		err    error
	}
	done, run := make(chan result, 1), p.run
	go func() {
		a, err := run.ask(content, declared)
		done <- result{a, err}
	}()
	var r result
	kind := KindOf(content, declared)
	select {
	case r = <-done:
	case <-ctx.Done():
		p.end()
		return Text{}, context.Cause(ctx)
	case <-time.After(most):
		p.end()
		return Text{MediaType: kind}, damaged(fmt.Errorf("reading it took more than %s", most))
	}
	if r.err != nil {
		p.end()
		return Text{MediaType: kind}, damaged(fmt.Errorf("reading it broke down: %w", r.err))
	}
	switch known := reasons[r.answer.Reason]; {
	case r.answer.Reason == "":
		return r.answer.Text, nil
	case known == nil:
		return r.answer.Text, errors.New(r.answer.Detail)
	case known.Error() == r.answer.Detail:
		return r.answer.Text, known
	default:
		return r.answer.Text, detailed{known, r.answer.Detail}
	}
}

// detailed is a reason with what was seen.
type detailed struct {
	reason error
	words  string
}

func (d detailed) Error() string { return d.words }
func (d detailed) Unwrap() error { return d.reason }

func (p *Process) start() error {
	cmd := exec.Command(p.Command[0], p.Command[1:]...)                                                        //nolint:gosec,noctx // the program itself; it is ended by Close
	cmd.Env = []string{"GOMEMLIMIT=512MiB", "TMPDIR=" + os.TempDir(), "SystemRoot=" + os.Getenv("SystemRoot")} // no address of a database
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	p.run = &running{cmd, in, bufio.NewReader(out)}
	said := make(chan error, 1)
	go func() {
		line, err := p.run.out.ReadString('\n')
		if err == nil && line != ready {
			err = fmt.Errorf("it says %.100q", line)
		}
		said <- err
	}()
	select {
	case err = <-said:
	case <-time.After(startTime):
		err = fmt.Errorf("it says nothing for %s", startTime)
	}
	if err != nil {
		p.end()
	}
	return err
}

// ready is what the process says first: one that cannot run at all is told from one that a file breaks.
const ready = "ready\n"

// startTime is how long the process may take to say so.
const startTime = time.Minute

// ask sends a file and reads what comes back.
func (r *running) ask(content []byte, declared string) (a answer, err error) {
	head, err := json.Marshal(question{len(content), declared})
	if err != nil {
		return a, err
	}
	if _, err := r.in.Write(append(head, '\n')); err != nil {
		return a, err
	}
	if _, err := r.in.Write(content); err != nil {
		return a, err
	}
	line, err := r.out.ReadBytes('\n') // the other side bounds it
	if err == nil {
		err = json.Unmarshal(line, &a)
	}
	return a, err
}

// end ends the process; the next file begins another.
func (p *Process) end() {
	_ = p.run.in.Close()
	_ = p.run.cmd.Process.Kill() // it may have ended
	_ = p.run.cmd.Wait()         // it was killed
	p.run = nil
}

// Close ends the process.
func (p *Process) Close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.run != nil {
		p.end()
	}
	return nil
}

// Serve is the other side: it reads files from in and writes their texts to out until in ends.
func Serve(in io.Reader, out io.Writer) (err error) {
	var r Reader
	defer func() { err = errors.Join(err, r.Close()) }()
	if _, err := io.WriteString(out, ready); err != nil {
		return err
	}
	files, answers := bufio.NewReader(in), json.NewEncoder(out)
	for {
		head, err := files.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		var q question
		if err := json.Unmarshal(head, &q); err != nil {
			return err
		}
		content := make([]byte, q.Size)
		if _, err := io.ReadFull(files, content); err != nil {
			return err
		}
		text, err := r.Read(content, q.Declared)
		a := answer{Text: text}
		if err != nil {
			a.Reason, a.Detail = "other", err.Error()
			for word, reason := range reasons {
				if errors.Is(err, reason) {
					a.Reason = word
				}
			}
		}
		if err := answers.Encode(a); err != nil {
			return err
		}
	}
}
