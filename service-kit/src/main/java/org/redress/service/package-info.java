@NullMarked
package org.redress.service;

import org.jspecify.annotations.NullMarked;
