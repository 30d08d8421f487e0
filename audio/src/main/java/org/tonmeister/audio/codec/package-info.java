/**
 * Audio files to samples and back, by FFmpeg's libraries in this process.
 *
 * <ul>
 *   <li>{@link org.tonmeister.audio.codec.AudioReader} decodes WAV (also RF64, Wave64), AIFF, FLAC, MP3, MP4 and
 *       QuickTime (AAC, ALAC …), ADTS, Ogg (Vorbis, Opus, FLAC), Matroska and WebM, CAF and WMA; everything else,
 *       playlists above all, is refused.
 *   <li>{@link org.tonmeister.audio.codec.AudioWriter} encodes the {@link org.tonmeister.audio.codec.OutputFormat}s.
 *   <li>{@link org.tonmeister.audio.codec.PcmEncoding} is how samples lie in a chunk,
 *       {@link org.tonmeister.audio.codec.Resampler} changes their rate.
 * </ul>
 *
 * <p>In memory audio is planar stereo, {@code float[2][frames]}, full scale ±1.0.
 *
 * <p>Nothing of a source is lost on the way but by the format asked for: bits ({@code OutputFormat.flacBits}), rate, length
 * to the frame, tags and cover. Samples that come back unchanged are written unchanged, bit for bit, in every lossless
 * format that has the source's bits.
 *
 * <p>A file is refused with one line of reason rather than half used: if it is cut short (by more than 50 ms, as far as
 * its container can tell), if its header contradicts itself, if more than 2 % of it is damaged, if its samples are not
 * numbers. Less damage is skipped and noted.
 *
 * <p>The same input gives the same bytes on any machine of one architecture: FFmpeg's vector code is pinned
 * ({@code Ffmpeg}), coding is single-threaded, containers are written without dates and random numbers. Opus files are
 * the exception: their encoder chooses its own vector code.
 */
package org.tonmeister.audio.codec;
