package asset

import (
	"strings"
	"testing"
)

func TestFileOfUnknownKind(t *testing.T) {
	_, err := Pack("assets/sound.ogg", []byte("x"))
	if err == nil || !strings.Contains(err.Error(), "assets/sound.ogg") || !strings.Contains(err.Error(), `".ogg"`) {
		t.Errorf("the error names neither file nor ending: %v", err)
	}
}

func TestDamagedFileIsAnError(t *testing.T) {
	file, err := New("page.html", []byte("this is not brotli"))
	if err != nil {
		t.Fatal(err)
	}
	for _, coding := range []string{Gzip, Identity} {
		if content, err := file.In(coding); err == nil || !strings.Contains(err.Error(), "page.html") {
			t.Errorf("%s: %d bytes and the error %v, want an error that names the file", coding, len(content), err)
		}
	}
}
