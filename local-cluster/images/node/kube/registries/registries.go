// Package registries turns k3s' registries.yaml (mirrors, credentials and TLS of container registries) into what
// containerd reads: a hosts.toml for each registry, and the credentials in its own configuration.
package registries

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sigs.k8s.io/yaml"
)

// File is k3s' registries.yaml.
type File struct {
	Mirrors map[string]Mirror `json:"mirrors"`
	Configs map[string]Config `json:"configs"`
}

// Mirror says where images of a registry (the key; "*" for all that have none) are really fetched, in order.
type Mirror struct {
	Endpoints []string          `json:"endpoint"`
	Rewrites  map[string]string `json:"rewrite"`
}

// Config says how one host is talked to.
type Config struct {
	Auth *Auth `json:"auth"`
	TLS  *TLS  `json:"tls"`
}

// Auth holds credentials.
type Auth struct {
	Username      string `json:"username"`
	Password      string `json:"password"`
	Auth          string `json:"auth"`
	IdentityToken string `json:"identity_token"`
}

// TLS names files inside the node.
type TLS struct {
	CAFile             string `json:"ca_file"`
	CertFile           string `json:"cert_file"`
	KeyFile            string `json:"key_file"`
	InsecureSkipVerify bool   `json:"insecure_skip_verify"`
}

// Main is the program: "registries FILE FOLDER" writes FOLDER/HOST/hosts.toml and prints what containerd's own
// configuration needs besides. A FILE that does not exist means no registries.
func Main(args []string) int {
	if len(args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: registries FILE FOLDER")
		return 2
	}
	if err := translate(args[0], args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

func translate(path, folder string) error {
	file, err := read(path)
	if err != nil {
		return err
	}
	hosts, err := file.Hosts()
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	for host, text := range hosts {
		if err := os.MkdirAll(filepath.Join(folder, host), 0o700); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, host, "hosts.toml"), []byte(text), 0o600); err != nil {
			return err
		}
	}
	fmt.Print(file.Credentials(folder))
	return nil
}

func read(path string) (*File, error) {
	text, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return &File{}, nil
	}
	if err != nil {
		return nil, err
	}
	file := &File{}
	if err := yaml.Unmarshal(text, file); err != nil { // as k3s: unknown members are let pass
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return file, nil
}

// Credentials returns containerd's registry section: where the hosts.toml files are, and who it is at which host.
// (containerd refuses mirrors and tls beside a folder of hosts.toml files, but takes auth, which those can't hold.)
func (f *File) Credentials(folder string) string {
	const section = `plugins."io.containerd.grpc.v1.cri".registry`
	var out strings.Builder
	fmt.Fprintf(&out, "[%s]\n  config_path = %s\n", section, quote(folder))
	for _, host := range slices.Sorted(maps.Keys(f.Configs)) {
		auth := f.Configs[host].Auth
		if auth == nil {
			continue
		}
		fmt.Fprintf(&out, "[%s.configs.%s.auth]\n", section, quote(host))
		for _, member := range [][2]string{
			{"username", auth.Username}, {"password", auth.Password},
			{"auth", auth.Auth}, {"identitytoken", auth.IdentityToken},
		} {
			if member[1] != "" {
				fmt.Fprintf(&out, "  %s = %s\n", member[0], quote(member[1]))
			}
		}
	}
	return out.String()
}

// Hosts returns the text of each registry's hosts.toml by the name of its folder.
func (f *File) Hosts() (map[string]string, error) {
	hosts := map[string]string{}
	for name, mirror := range f.Mirrors {
		text, err := f.mirrored(name, mirror)
		if err != nil {
			return nil, err
		}
		if name == "*" {
			name = "_default"
		}
		hosts[name] = text
	}
	for name, config := range f.Configs {
		if _, done := hosts[name]; !done && config.TLS != nil && name != "*" {
			hosts[name] = fmt.Sprintf("server = %s\n%s%s", quote("https://"+name), tls(config.TLS), noHosts)
		}
	}
	return hosts, nil
}

func (f *File) mirrored(name string, mirror Mirror) (string, error) {
	if len(mirror.Rewrites) > 0 {
		return "", fmt.Errorf("mirror %q: rewrite is not supported by this node's containerd", name)
	}
	var server, others strings.Builder
	for _, endpoint := range mirror.Endpoints {
		address, err := url.Parse(endpoint)
		if err != nil || address.Host == "" || (address.Scheme != "http" && address.Scheme != "https") {
			return "", fmt.Errorf("mirror %q: the endpoint %q is not an http or https URL", name, endpoint)
		}
		settings := tls(f.Configs[address.Host].TLS)
		// The registry's own host becomes the "server", which is tried last. Otherwise containerd would try
		// https://NAME too, and that attempt's message would hide the one that matters (401, not found).
		if address.Host == name {
			server.Reset()
			fmt.Fprintf(&server, "server = %s\n%s", quote(endpoint), settings)
			continue
		}
		fmt.Fprintf(&others, "[host.%s]\n  capabilities = [\"pull\", \"resolve\"]\n%s%s",
			quote(endpoint), settings, overridePath(address))
	}
	if others.Len() == 0 {
		others.WriteString(noHosts)
	}
	return server.String() + others.String(), nil
}

// Without any table "host", containerd logs "invalid `host` tree" and ignores the file.
const noHosts = "[host]\n"

// containerd appends /v2 to a path unless told that the path is the whole one.
func overridePath(address *url.URL) string {
	if strings.Trim(address.Path, "/") == "" {
		return ""
	}
	return "  override_path = true\n"
}

func tls(settings *TLS) string {
	if settings == nil {
		return ""
	}
	var out strings.Builder
	if settings.CAFile != "" {
		fmt.Fprintf(&out, "  ca = %s\n", quote(settings.CAFile))
	}
	if settings.CertFile != "" {
		fmt.Fprintf(&out, "  client = [[%s, %s]]\n", quote(settings.CertFile), quote(settings.KeyFile))
	}
	if settings.InsecureSkipVerify {
		out.WriteString("  skip_verify = true\n")
	}
	return out.String()
}

// quote writes a TOML string; every escape of JSON is one of TOML's.
func quote(text string) string {
	quoted, err := json.Marshal(text)
	if err != nil {
		panic(err) // a string can always be written
	}
	return string(quoted)
}
