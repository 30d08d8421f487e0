"""Writes the expected spectra of the tests beside this file.

Needs PyTorch and torchaudio (Debian: python3-torchaudio; written with 0.13.1), and is run by hand:

    python3 reference.py

The signal is made of integers, so that the Java test makes exactly the same one: see TestSignals.noiseAndSawtooth.
"""

import pathlib

import torch
import torchaudio

HERE = pathlib.Path(__file__).parent

# In single precision torchaudio's own mel edges are off by enough to move a band by 1.5e-4.
torch.set_default_dtype(torch.float64)


def noise_and_sawtooth(samples, period):
    state, signal = 1, []
    for i in range(samples):
        state = (state * 1664525 + 1013904223) % 2**32
        noise = (state >> 16) - 32768
        saw = (i % period) * 16384 // period - 8192
        signal.append(((noise >> 2) + saw) / 32768)
    return torch.tensor(signal)


def write(name, rows):
    text = "\n".join(",".join("%.8g" % value for value in row) for row in rows.tolist())
    (HERE / name).write_text(text + "\n")


mel = torchaudio.transforms.MelSpectrogram(
    sample_rate=44100,
    n_fft=4096,
    hop_length=2048,
    f_min=20.0,
    f_max=20000.0,
    n_mels=128,
    power=2.0,
    norm=None,
    mel_scale="slaney",
    center=False,
)
write("mel.csv", mel(noise_and_sawtooth(13230, 147)).T)

fbank = torchaudio.compliance.kaldi.fbank(
    noise_and_sawtooth(3300, 61).unsqueeze(0),
    sample_frequency=16000,
    window_type="hanning",
    num_mel_bins=128,
)
write("kaldi.csv", fbank)
