/**
 * Sound and picture: rooms on the media server, and who sends and receives what in them. Knows opaque room and line ids
 * only, neither meetings nor persons. Pages never reach the media server's own interface: the server owns every handle.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package se.vardmote.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
