// Package config is what the program is told by its flags and its environment, with defaults.
package config

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"councilgraph/internal/limits"
)

// Config is the settings that commands share. Each can be given as a flag, or as an environment
// variable of the flag's name in capitals behind COUNCILGRAPH_.
type Config struct {
	// Database is sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME.
	Database string
	// Corrections is the file of decisions about who is who, "" for the usual place.
	Corrections string
	// Addr is the address to listen on, HOST:PORT.
	Addr string
	// Timeout is how long one GraphQL request may take.
	Timeout time.Duration
	// Statement is how long one statement of the database may take that answers a request.
	Statement time.Duration
	// Pool is how many connections to the database a server may hold; 0 is the default of the database.
	Pool int
	// Replicas are the addresses of servers that follow Database, and are read in its place.
	Replicas []string
	// ReplicaLag is how far one of them may be behind.
	ReplicaLag time.Duration
	// ResponseCache is how many megabytes of answers are kept in memory to be given again; 0 for none.
	ResponseCache int
	// Limits are what a client may ask.
	Limits limits.Limits
}

// Default is the settings where nothing is said.
func Default() (Config, error) {
	folder, err := dataFolder()
	if err != nil {
		return Config{}, fmt.Errorf("find your data folder: %w; pass --database sqlite:PATH", err)
	}
	return Config{
		Database: "sqlite:" + filepath.Join(folder, "councilgraph", "councilgraph.db"),
		Addr:     "127.0.0.1:8080",
		Timeout:  10 * time.Second, Statement: 5 * time.Second, ReplicaLag: 10 * time.Second, ResponseCache: 64,
		Limits: limits.Default(),
	}, nil
}

// dataFolder is where programs keep a user's data on this system.
func dataFolder() (string, error) {
	if f := os.Getenv("XDG_DATA_HOME"); f != "" && runtime.GOOS != "windows" {
		return f, nil
	}
	switch runtime.GOOS {
	case "windows":
		if f := os.Getenv("LocalAppData"); f != "" {
			return f, nil
		}
		return os.UserConfigDir()
	case "darwin", "ios":
		return os.UserConfigDir() // ~/Library/Application Support
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".local", "share"), err
}
