package name

import (
	"errors"

	"github.com/smelt-ie/smelt/extract"
)

// Load reads the models of a language anew.
func Load(lang extract.Lang) error {
	if lang.Chinese() {
		_, clustersErr := readClusters(chineseClustersFile)
		_, err := readModel(chineseFile)
		return errors.Join(clustersErr, err)
	}
	_, speechErr := readSpeech(speechFile)
	_, clustersErr := readClusters(englishClustersFile)
	_, err := readModel(englishFile)
	return errors.Join(speechErr, clustersErr, err)
}
