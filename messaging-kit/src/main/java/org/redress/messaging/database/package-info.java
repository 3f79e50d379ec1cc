/** Access to the service's own database for the kit's tables. Knows no Kafka. */
@NullMarked
package org.redress.messaging.database;

import org.jspecify.annotations.NullMarked;
