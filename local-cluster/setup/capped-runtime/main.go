// Command warren-capped is an OCI runtime for a Docker engine that lacks some capabilities itself. For a privileged
// container the engine asks runc for every capability the kernel knows, and runc refuses to start it ("unable to apply
// caps: operation not permitted") if one of them is not in the engine's own bounding set. This program takes those out of
// the request and then becomes runc. A container gets no more than it would have got, only less is asked for.
//
// "warren-capped capabilities" prints the bounding set of the process, one name a line.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
)

// In the order of their numbers in the kernel, from 0. A newer kernel may know more; those are dropped.
var capabilities = strings.Fields(`CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID
	SETPCAP LINUX_IMMUTABLE NET_BIND_SERVICE NET_BROADCAST NET_ADMIN NET_RAW IPC_LOCK IPC_OWNER
	SYS_MODULE SYS_RAWIO SYS_CHROOT SYS_PTRACE SYS_PACCT SYS_ADMIN SYS_BOOT SYS_NICE SYS_RESOURCE
	SYS_TIME SYS_TTY_CONFIG MKNOD LEASE AUDIT_WRITE AUDIT_CONTROL SETFCAP MAC_OVERRIDE MAC_ADMIN
	SYSLOG WAKE_ALARM BLOCK_SUSPEND AUDIT_READ PERFMON BPF CHECKPOINT_RESTORE`)

func main() {
	allowed, err := boundingSet()
	if err != nil {
		fail(err)
	}
	if len(os.Args) == 2 && os.Args[1] == "capabilities" {
		fmt.Println(strings.Join(allowed, "\n"))
		return
	}
	if file, member := requestOf(os.Args[1:]); file != "" {
		if err := limit(file, member, allowed); err != nil {
			fail(err)
		}
	}
	runc, err := findRunc()
	if err != nil {
		fail(err)
	}
	fail(syscall.Exec(runc, append([]string{runc}, os.Args[1:]...), os.Environ()))
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "warren-capped:", err)
	os.Exit(1)
}

// boundingSet returns the capabilities that this process, and so anything it starts, can ever have.
func boundingSet() ([]string, error) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(status)) {
		hex, found := strings.CutPrefix(line, "CapBnd:")
		if !found {
			continue
		}
		bits, err := strconv.ParseUint(strings.TrimSpace(hex), 16, 64)
		if err != nil {
			return nil, err
		}
		var names []string
		for i, name := range capabilities {
			if bits&(1<<i) != 0 {
				names = append(names, "CAP_"+name)
			}
		}
		return names, nil
	}
	return nil, fmt.Errorf("/proc/self/status has no CapBnd")
}

// requestOf finds the file that says what runc is to start, and the member of it that describes the process ("" when the
// file is nothing but that). Both are "" for runc's other commands.
func requestOf(args []string) (file, member string) {
	verb := ""
	option := map[string]string{}
	for i, arg := range args {
		switch arg {
		case "create", "run", "restore", "exec":
			if verb == "" {
				verb = arg
			}
		case "--bundle", "-b", "--process", "-p":
			if i+1 < len(args) {
				option[strings.TrimLeft(arg, "-")[:1]] = args[i+1]
			}
		default:
			if bundle, ok := strings.CutPrefix(arg, "--bundle="); ok {
				option["b"] = bundle
			}
			if process, ok := strings.CutPrefix(arg, "--process="); ok {
				option["p"] = process
			}
		}
	}
	switch verb {
	case "create", "run", "restore":
		return filepath.Join(option["b"], "config.json"), "process"
	case "exec":
		return option["p"], ""
	}
	return "", ""
}

// limit rewrites the file so that no set of capabilities in it holds one that is not allowed.
func limit(file, member string, allowed []string) error {
	old, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var document map[string]any
	decoder := json.NewDecoder(bytes.NewReader(old))
	decoder.UseNumber() // 64-bit numbers must survive unchanged
	if err := decoder.Decode(&document); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	process := document
	if member != "" {
		process, _ = document[member].(map[string]any)
	}
	sets, _ := process["capabilities"].(map[string]any)
	changed := false
	for name, value := range sets {
		asked, _ := value.([]any)
		granted := slices.DeleteFunc(slices.Clone(asked), func(c any) bool {
			text, _ := c.(string)
			return !slices.Contains(allowed, text)
		})
		if len(granted) < len(asked) {
			sets[name] = granted
			changed = true
		}
	}
	if !changed {
		return nil
	}
	edited, err := json.Marshal(document)
	if err != nil {
		return err
	}
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	return os.WriteFile(file, edited, info.Mode().Perm())
}

func findRunc() (string, error) {
	if path, err := exec.LookPath("runc"); err == nil {
		return path, nil
	}
	for _, path := range []string{"/usr/sbin/runc", "/usr/bin/runc", "/usr/local/sbin/runc", "/usr/local/bin/runc"} {
		if _, err := os.Stat(path); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("runc is not installed")
}
